package rongtong.selection.register;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.selection.programme.RegisterKind;
import rongtong.shared.Message;

/** What a recognition allows, asked by other procedures; nothing holds longer than the recognition itself. */
@Service
@Transactional(readOnly = true)
public class Privileges {

    private final Recognitions recognitions;

    Privileges(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    /**
     * Why no subsidy may be given to an organisation for a training base; nothing where it may be: only bases that are
     * recognised and in force, and even then it is a discretion (可, R-ZJ-25).
     */
    public Optional<Message> subsidyRefusal(String organization) {
        return holds(organization, RegisterKind.BASE)
                ? Optional.empty()
                : Optional.of(Message.of("selection.register.subsidy-unrecognised"));
    }

    /**
     * Whether an enterprise has priority in technology renewal and new products: only while its entry is active, not while
     * it has to put something right (R-ZJ-34).
     */
    public boolean hasEnterprisePriority(String organization) {
        return recognitions.inForce(organization, RegisterKind.ENTERPRISE).stream()
                .anyMatch(recognition -> recognition.status() == RecognitionStatus.ACTIVE);
    }

    /** Whether an organisation that bears a pilot has priority in projects and special funds (R-ZJ-33). */
    public boolean hasPilotPriority(String organization) {
        return holds(organization, RegisterKind.PILOT) || holds(organization, RegisterKind.RECOMMENDATION);
    }

    private boolean holds(String organization, RegisterKind register) {
        return !recognitions.inForce(organization, register).isEmpty();
    }
}
