package rongtong.alliance.register;

import java.util.UUID;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/** An alliance has entered the register. */
public record AllianceRegistered(String number, String name, UUID caseId) implements Auditable {

    @Override
    public Message description() {
        return Message.of("alliance.registered", name, number);
    }

    @Override
    public String action() {
        return "ALLIANCE.REGISTERED";
    }

    @Override
    public String subject() {
        return number;
    }
}
