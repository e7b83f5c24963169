package rongtong.selection.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.RegisterKind;

/**
 * One line of a register, in the language of the person.
 *
 * @param trackName the key where the programme no longer has the track
 * @param grade of the latest evaluation; nothing before the first, and for whom it is not meant
 * @param evaluatedOn day of that evaluation
 * @param source where an entry comes from that no round here made; else empty
 */
public record RecognitionRow(
        UUID id,
        String number,
        RegisterKind register,
        String province,
        String programme,
        String programmeName,
        String track,
        String trackName,
        String organization,
        String organizationName,
        String title,
        RecognitionStatus status,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate endedOn,
        @Nullable Grade grade,
        @Nullable LocalDate evaluatedOn,
        String source) {

    /** What pickers of records submit. */
    @JsonProperty("code")
    public String code() {
        return id.toString();
    }

    /** The same line without what is not for everybody. */
    RecognitionRow withoutEvaluation() {
        return new RecognitionRow(
                id,
                number,
                register,
                province,
                programme,
                programmeName,
                track,
                trackName,
                organization,
                organizationName,
                title,
                status,
                validFrom,
                validTo,
                endedOn,
                null,
                null,
                source);
    }
}
