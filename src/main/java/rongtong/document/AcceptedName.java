package rongtong.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import rongtong.shared.Listed;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * A file name that can be shown and saved without harm, and the kind of file that it promises.
 *
 * @param name composed (NFC), without folders
 */
record AcceptedName(String name, FileKind kind) {

    private static final int LONGEST = 200;

    /**
     * @param kinds that are accepted
     * @throws RuleViolation if the name has folders or hidden characters, is too long, or promises no accepted kind
     */
    static AcceptedName of(String given, Set<FileKind> kinds) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (name.lastIndexOf('.') < 1 || name.startsWith(".") || name.endsWith(".")) {
            throw new RuleViolation(Message.of("document.attachment.name-missing"));
        }
        if (name.length() > LONGEST) {
            throw new RuleViolation(Message.of("document.attachment.name-too-long", LONGEST));
        }
        if (name.codePoints().anyMatch(AcceptedName::misleads)) {
            throw new RuleViolation(Message.of("document.attachment.name-misleads"));
        }
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var kind = FileKind.of(extension)
                .filter(kinds::contains)
                .orElseThrow(() -> new RuleViolation(
                        Message.of("document.attachment.kind-refused", name, Listed.of(FileKind.extensions(kinds)))));
        return new AcceptedName(name, kind);
    }

    /** Folders, and characters that make a name look like another (control characters, reversed writing). */
    private static boolean misleads(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> "/\\:*?\"<>|".indexOf(codePoint) >= 0;
        };
    }
}
