package rongtong.identity;

import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks user name and password of an account. A stranger cannot tell whether the name or the password was wrong. */
@Component
class AccountAuthentication implements AuthenticationProvider {

    private static final int LONGEST_PASSWORD = 200;

    private final Logins logins;
    private final PasswordEncoder passwords;
    private final VerifiedPasswords verified;
    private final ApplicationEventPublisher events;
    private final String passwordOfNobody;

    AccountAuthentication(
            Logins logins, PasswordEncoder passwords, VerifiedPasswords verified, ApplicationEventPublisher events) {
        this.logins = logins;
        this.passwords = passwords;
        this.verified = verified;
        this.events = events;
        this.passwordOfNobody = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var username = request.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(request.getCredentials());
        if (password.length() > LONGEST_PASSWORD) {
            throw new BadCredentialsException("Password too long");
        }
        var address = request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var login = logins.find(username, address).orElseThrow(() -> {
            // takes as long as for an account that exists
            passwords.matches(password, passwordOfNobody);
            return new BadCredentialsException("No such account");
        });
        var lockedUntil = login.lockedUntil();
        if (lockedUntil != null) {
            throw new AccountLocked(lockedUntil);
        }
        if (!verified.matches(username, password, login.password())) {
            logins.failed(username, address).ifPresent(until -> {
                throw new AccountLocked(until);
            });
            throw new BadCredentialsException("Wrong password");
        }
        if (!login.account().enabled()) {
            throw new DisabledException("Account disabled");
        }
        if (login.hasFailed()) {
            logins.succeeded(username, address);
        }
        return CurrentUser.authentication(login.account());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** A login by the form; a program that logs in with each call is not worth an entry each time. */
    @EventListener
    void record(InteractiveAuthenticationSuccessEvent success) {
        events.publishEvent(AccountEvent.loggedIn(success.getAuthentication().getName()));
    }
}
