package rongtong.ui;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever knows accounts; without such a module everybody is a stranger. */
@Component
class PersonLookup {

    private final ObjectProvider<PersonAtWork> source;

    PersonLookup(ObjectProvider<PersonAtWork> source) {
        this.source = source;
    }

    Optional<PersonAtWork.Profile> current() {
        return source.stream().findFirst().flatMap(PersonAtWork::current);
    }
}
