package rongtong.alliance.charter;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/**
 * The text of a charter by section.
 *
 * @param sections may lack some while it is written
 */
public record CharterText(Map<CharterSection, String> sections) {

    /** @param text of a section by the key of its field; empty where there is none */
    public static CharterText of(Function<String, String> text) {
        var sections = new EnumMap<CharterSection, String>(CharterSection.class);
        for (var section : CharterSection.values()) {
            var words = text.apply(section.field()).strip();
            if (!words.isEmpty()) {
                sections.put(section, words);
            }
        }
        return new CharterText(sections);
    }

    /** Sections that a charter must have and this one lacks (R-LNA-37, -38, -39, -40). */
    public List<CharterSection> missing() {
        return Arrays.stream(CharterSection.values())
                .filter(section -> sections.getOrDefault(section, "").isBlank())
                .toList();
    }

    /** @throws RuleViolation naming each section that is missing, at its field */
    public void requireComplete() {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new RuleViolation(
                    Message.of("alliance.charter-incomplete", missing.size()),
                    missing.stream()
                            .map(section -> new FieldError(
                                    section.field(), Message.of("alliance.section-missing", section.label())))
                            .toList());
        }
    }

    /** Empty if the section is missing. */
    public String of(CharterSection section) {
        return Objects.requireNonNullElse(sections.get(section), "");
    }
}
