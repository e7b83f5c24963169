package rongtong.identity;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * An account as others may see it.
 *
 * @param organization code of the organisation that it acts for
 * @param locale language tag, such as {@code zh-CN}
 * @param enabled a disabled account cannot log in and is offered no work
 */
public record Account(
        String username, String displayName, String organization, Set<Role> roles, String locale, boolean enabled) {

    /** Groups to which work is addressed, one for each role: {@code LN-EDU:HANDLER}. */
    public Set<String> groups() {
        return roles.stream().map(role -> group(organization, role)).collect(Collectors.toUnmodifiableSet());
    }

    /** The group of all accounts of an organisation that hold a role. */
    public static String group(String organization, Role role) {
        return organization + ":" + role.name();
    }
}
