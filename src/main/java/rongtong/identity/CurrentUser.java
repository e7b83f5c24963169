package rongtong.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person at work. A process that runs by itself (a timer) has none: ask {@link #isPresent()} first. */
@Component
public class CurrentUser {

    private final Accounts accounts;

    CurrentUser(Accounts accounts) {
        this.accounts = accounts;
    }

    public boolean isPresent() {
        return principal().isPresent();
    }

    /** @throws AccessDeniedException if nobody is logged in; so do all methods that follow */
    public String username() {
        return required().username();
    }

    public String displayName() {
        return required().displayName();
    }

    /** Code of the organisation that the person acts for. */
    public String organization() {
        return required().organization();
    }

    public Set<Role> roles() {
        return required().roles();
    }

    /** False where nobody is logged in. */
    public boolean has(Role role) {
        return principal().map(person -> person.roles().contains(role)).orElse(false);
    }

    /** Language that the account prefers. */
    public Locale locale() {
        return Locale.forLanguageTag(required().locale());
    }

    /** Groups to which work is addressed, as {@link Account#groups()}. */
    public Set<String> groups() {
        var person = required();
        return Account.groups(person.username(), person.organization(), person.roles());
    }

    /** Whether the person does the work of the organisation; one who is only an expert (评审专家) acts for nobody. */
    public boolean actsForOrganization() {
        return roles().stream().anyMatch(role -> role != Role.EXPERT);
    }

    /**
     * Acts for an account, and as before afterwards. For tests and for work that a program does for somebody; nothing
     * is checked but that the account exists.
     */
    public <T> T runAs(String username, Callable<T> work) throws Exception {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication(accounts.get(username)));
            SecurityContextHolder.setContext(context);
            return work.call();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    static UsernamePasswordAuthenticationToken authentication(Account account) {
        var authorities = account.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(AccountPrincipal.of(account), null, authorities);
    }

    private AccountPrincipal required() {
        return principal().orElseThrow(() -> new AccessDeniedException("Nobody is logged in"));
    }

    private static Optional<AccountPrincipal> principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountPrincipal person
                ? Optional.of(person)
                : Optional.empty();
    }
}
