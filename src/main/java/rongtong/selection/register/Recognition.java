package rongtong.selection.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.RegisterKind;

/**
 * One entry of a register. It is never deleted.
 *
 * @param number such as 吉试点〔2026〕1号
 * @param application that it rests on; nothing for one that was made before this program
 * @param organ department that convened the selection; it evaluates and may withdraw
 * @param status as of today
 * @param validTo last day of its validity
 * @param endedReason why it was withdrawn; else empty
 * @param source where an entry comes from that no round here made; else empty
 */
public record Recognition(
        UUID id,
        String number,
        @Nullable UUID application,
        @Nullable UUID round,
        String programme,
        RegisterKind register,
        String track,
        String province,
        String organ,
        String organization,
        String title,
        RecognitionStatus status,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate endedOn,
        String endedReason,
        String source) {}
