package rongtong.workflow.ui;

import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.organization.Organizations;
import rongtong.ui.PersonAtWork;

/** Tells the frame of the screens who is at work. */
@Component
class SignedInPerson implements PersonAtWork {

    private final CurrentUser user;
    private final Organizations organizations;

    SignedInPerson(CurrentUser user, Organizations organizations) {
        this.user = user;
        this.organizations = organizations;
    }

    @Override
    public Optional<Profile> current() {
        return user.isPresent()
                ? Optional.of(new Profile(
                        user.displayName(), organizations.name(user.organization()), user.locale()))
                : Optional.empty();
    }
}
