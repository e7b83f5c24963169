package rongtong.identity.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Passwords;

/** Leads whoever logged in with a one-time password to the page where it is changed, whatever page was asked for. */
@Component
class OneTimePasswords implements VaadinServiceInitListener {

    private final transient CurrentUser user;
    private final transient Passwords passwords;

    OneTimePasswords(CurrentUser user, Passwords passwords) {
        this.user = user;
        this.passwords = passwords;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            if (user.isPresent() && passwords.mustBeChanged()) {
                init.getUI().addBeforeEnterListener(entering -> {
                    if (isElsewhere(entering) && user.isPresent() && passwords.mustBeChanged()) {
                        entering.forwardTo(PasswordView.class);
                    }
                });
            }
        });
    }

    private static boolean isElsewhere(BeforeEnterEvent entering) {
        return !entering.getNavigationTarget().equals(PasswordView.class);
    }
}
