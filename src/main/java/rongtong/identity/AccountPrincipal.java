package rongtong.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/** Who is logged in, as the session remembers it. */
record AccountPrincipal(String username, String displayName, String organization, Set<Role> roles, String locale)
        implements Principal, Serializable {

    static AccountPrincipal of(Account account) {
        return new AccountPrincipal(
                account.username(),
                account.displayName(),
                account.organization(),
                Set.copyOf(account.roles()),
                account.locale());
    }

    @Override
    public String getName() {
        return username;
    }
}
