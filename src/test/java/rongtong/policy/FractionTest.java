package rongtong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FractionTest {

    static final Fraction TWO_THIRDS = new Fraction(2, 3, true);
    static final Fraction MORE_THAN_HALF = new Fraction(1, 2, false);

    @Test
    void twoThirdsOfNineAreSix() {
        assertThat(TWO_THIRDS.isReachedBy(6, 9)).isTrue();
        assertThat(TWO_THIRDS.isReachedBy(5, 9)).isFalse();
        assertThat(TWO_THIRDS.needed(10)).isEqualTo(7);
    }

    @Test
    void halfIsNotMoreThanHalf() {
        assertThat(MORE_THAN_HALF.isReachedBy(5, 10)).isFalse();
        assertThat(MORE_THAN_HALF.isReachedBy(6, 10)).isTrue();
        assertThat(MORE_THAN_HALF.needed(10)).isEqualTo(6);
    }

    @Test
    void nobodyReachesNothing() {
        assertThat(TWO_THIRDS.isReachedBy(0, 0)).isFalse();
    }

    @Test
    void isWrittenAsSettingsWriteIt() {
        assertThat(Fraction.parse(">= 2/3")).contains(TWO_THIRDS);
        assertThat(Fraction.parse(">1/2")).contains(MORE_THAN_HALF);
        assertThat(MORE_THAN_HALF).hasToString(">1/2");
        assertThat(Fraction.parse("2/3")).isEmpty();
        assertThat(Fraction.parse(">=1/0")).isEmpty();
    }
}
