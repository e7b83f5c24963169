package rongtong.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandingTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    @DisplayName("R-JL-39 whoever has no entry is good")
    void nothingKnownIsGood() {
        assertThat(standing().isGood()).isTrue();
    }

    @Test
    @DisplayName("R-JL-39 serious dishonesty stands until it ends or is repaired")
    void seriousDishonestyStandsUntilItEndsOrIsRepaired() {
        assertThat(standing(entry(CreditKind.DISHONESTY, "2010-01-01", null, null))
                        .isGood())
                .isFalse();
        assertThat(standing(entry(CreditKind.DISHONESTY, "2010-01-01", "2026-11-21", null))
                        .isGood())
                .isFalse();
        assertThat(standing(entry(CreditKind.DISHONESTY, "2010-01-01", "2026-11-20", null))
                        .isGood())
                .isTrue();
        assertThat(standing(entry(CreditKind.DISHONESTY, "2010-01-01", null, "2026-11-21"))
                        .isGood())
                .isTrue();
    }

    @Test
    @DisplayName("R-JL-39 a sanction counts for three years, even if its own period is over")
    void aSanctionCountsForYears() {
        assertThat(standing(entry(CreditKind.SANCTION, "2023-11-22", "2024-01-01", null))
                        .isGood())
                .isFalse();
        assertThat(standing(entry(CreditKind.SANCTION, "2023-11-21", "2024-01-01", null))
                        .isGood())
                .isTrue();
        assertThat(standing(entry(CreditKind.SANCTION, "2026-01-01", null, "2026-06-01"))
                        .isGood())
                .isTrue();
    }

    @Test
    void aRemarkAndAnEndedEntryAreShownAndNoMore() {
        var standing = standing(
                entry(CreditKind.REMARK, "2026-11-01", null, null),
                entry(CreditKind.DISHONESTY, "2010-01-01", "2012-01-01", null),
                entry(CreditKind.DISHONESTY, "2027-01-01", null, null));

        assertThat(standing.isGood()).isTrue();
        assertThat(standing.remarks()).hasSize(2);
    }

    private static Standing standing(CreditRecord... records) {
        return Standing.of("ent-1", List.of(records), TODAY, 3);
    }

    private static CreditRecord entry(CreditKind kind, String from, @Nullable String to, @Nullable String repaired) {
        return new CreditRecord(
                UUID.randomUUID(),
                "ent-1",
                kind,
                "事由",
                "来源",
                null,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                repaired == null ? null : LocalDate.parse(repaired));
    }
}
