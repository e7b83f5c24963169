package rongtong.selection.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a programme with what became of it.
 *
 * @param editor account that saved it last; null where it came with the program
 * @param revision counts the saves of a draft; one who saves names the one he or she saw
 */
public record ProgrammeVersion(
        Programme programme,
        ProgrammeStatus status,
        @Nullable String editor,
        Instant editedAt,
        @Nullable Instant publishedAt,
        int revision) {}
