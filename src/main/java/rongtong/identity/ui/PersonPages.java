package rongtong.identity.ui;

import java.util.List;
import org.springframework.stereotype.Component;
import rongtong.ui.PersonMenu;

/** The pages on which people keep their own account. */
@Component
class PersonPages implements PersonMenu {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("identity.profile.title", "profile"),
                new Entry("identity.password.title", "password"),
                new Entry("identity.tokens.title", "tokens"));
    }
}
