package rongtong.selection.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static rongtong.selection.ranking.QuotaCheck.Verdict.BROKEN;
import static rongtong.selection.ranking.QuotaCheck.Verdict.KEPT;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rongtong.selection.programme.Quota;

class QuotaCheckTest {

    private static QuotaCheck.Verdict verdict(Quota.Kind kind, int places, int number) {
        return QuotaCheck.of(new Quota(kind, places), number, 10).verdict();
    }

    @Test
    @DisplayName("R-JL-35: two regions are two, neither one nor three")
    void twoRegionsAreTwo() {
        assertThat(verdict(Quota.Kind.EXACTLY, 2, 2)).isEqualTo(KEPT);
        assertThat(verdict(Quota.Kind.EXACTLY, 2, 1)).isEqualTo(BROKEN);
        assertThat(verdict(Quota.Kind.EXACTLY, 2, 3)).isEqualTo(BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"17, WARNING", "18, KEPT", "20, KEPT", "22, KEPT", "23, WARNING"})
    @DisplayName("R-JL-36, D10: about twenty schools are 18 to 22; others are warned about, never refused")
    void aboutTwentySchools(int number, QuotaCheck.Verdict verdict) {
        assertThat(verdict(Quota.Kind.ABOUT, 20, number)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"269, WARNING", "270, KEPT", "330, KEPT", "331, WARNING"})
    @DisplayName("R-JL-37, D10: about 300 partner enterprises in all are 270 to 330")
    void aboutThreeHundredEnterprises(int number, QuotaCheck.Verdict verdict) {
        assertThat(verdict(Quota.Kind.ABOUT, 300, number)).isEqualTo(verdict);
    }

    @Test
    void aShareThatIsNoWholeNumberIsNeverExceeded() {
        var check = QuotaCheck.of(new Quota(Quota.Kind.ABOUT, 15), 16, 10);

        assertThat(check.least()).isEqualTo(14);
        assertThat(check.most()).isEqualTo(16);
        assertThat(check.verdict()).isEqualTo(KEPT);
    }

    @Test
    @DisplayName("D10: 以上 includes the number itself")
    void atLeastIncludesTheNumber() {
        assertThat(verdict(Quota.Kind.AT_LEAST, 10, 10)).isEqualTo(KEPT);
        assertThat(verdict(Quota.Kind.AT_LEAST, 10, 9)).isEqualTo(BROKEN);
        assertThat(verdict(Quota.Kind.AT_MOST, 10, 10)).isEqualTo(KEPT);
        assertThat(verdict(Quota.Kind.AT_MOST, 10, 11)).isEqualTo(BROKEN);
        assertThat(verdict(Quota.Kind.OPEN, 0, 5_000)).isEqualTo(KEPT);
    }
}
