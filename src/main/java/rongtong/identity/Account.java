package rongtong.identity;

import java.util.Optional;
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

    private static final String PERSON = ":@";

    /** Groups to which work is addressed, one for each role: {@code LN-EDU:HANDLER}; for an expert also {@link #personal}. */
    public Set<String> groups() {
        return groups(username, organization, roles);
    }

    static Set<String> groups(String username, String organization, Set<Role> roles) {
        var groups = roles.stream().map(role -> group(organization, role)).collect(Collectors.toSet());
        if (roles.contains(Role.EXPERT)) {
            groups.add(personal(organization, username));
        }
        return Set.copyOf(groups);
    }

    /** The group of one person alone, {@code school-4122010184:@expert-01}: work that no colleague may do or see. */
    public static String personal(String organization, String username) {
        return organization + PERSON + username;
    }

    /** Whose personal group this is; nothing for that of an office. */
    public static Optional<String> personOf(String group) {
        int person = group.indexOf(PERSON);
        return person < 0 ? Optional.empty() : Optional.of(group.substring(person + PERSON.length()));
    }

    /** The group of all accounts of an organisation that hold a role. */
    public static String group(String organization, Role role) {
        return organization + ":" + role.name();
    }
}
