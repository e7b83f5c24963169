package rongtong.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * Which accounts a list shows; what is left out does not narrow it.
 *
 * @param organization code, or {@code mine} for that of the person at work
 * @param text part of a user name or display name
 */
public record AccountFilter(
        @Nullable String organization,
        @Nullable Role role,
        @Nullable String text) {

    private static final String MINE = "mine";

    /**
     * As an address says it.
     *
     * @throws RuleViolation if the role is unknown
     */
    public static AccountFilter parse(@Nullable String organization, @Nullable String role, @Nullable String text) {
        return new AccountFilter(
                organization == null || organization.isBlank() ? null : organization.strip(),
                role == null || role.isBlank() ? null : role(role.strip()),
                text == null || text.isBlank() ? null : text.strip());
    }

    /** With the code in place of {@code mine}. */
    public AccountFilter seenBy(CurrentUser user) {
        return MINE.equals(organization) ? new AccountFilter(user.organization(), role, text) : this;
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> {
                    var message = Message.of("identity.unknown-role", word);
                    return new RuleViolation(message, List.of(new RuleViolation.FieldError("role", message)));
                });
    }
}
