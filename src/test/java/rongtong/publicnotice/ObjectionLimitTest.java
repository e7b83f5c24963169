package rongtong.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rongtong.MovableClock;
import rongtong.shared.TooOften;

/** How often objections may be filed, with the clock moved. */
class ObjectionLimitTest {

    static final String ADDRESS = "203.0.113.7";

    final MovableClock time = new MovableClock();
    final ObjectionLimit limit = new ObjectionLimit(time);
    final UUID notice = UUID.randomUUID();

    @BeforeEach
    void morning() {
        time.setTo("2026-11-23T09:00:00");
    }

    @Test
    void oneAddressFilesFiveAgainstANoticeAndIsToldWhenToTryAgain() {
        file(ObjectionLimit.OF_ADDRESS_AND_NOTICE, ADDRESS, notice);

        assertThatExceptionOfType(TooOften.class)
                .isThrownBy(() -> limit.count(ADDRESS, notice))
                .satisfies(no -> {
                    assertThat(no.explanation().key()).isEqualTo("publicnotice.too-often");
                    assertThat(no.explanation().arguments().getFirst()).isEqualTo(12L);
                    assertThat(String.valueOf(no.explanation().arguments().getLast()))
                            .matches("09:12:\\d\\d");
                    assertThat(no.seconds()).isBetween(700L, 720L);
                });
        assertThatCode(() -> limit.count("203.0.113.8", notice)).doesNotThrowAnyException();
        assertThatCode(() -> limit.count(ADDRESS, UUID.randomUUID())).doesNotThrowAnyException();
    }

    @Test
    void afterTheMinutesThatItSaysOneMoreIsAdmitted() {
        file(ObjectionLimit.OF_ADDRESS_AND_NOTICE, ADDRESS, notice);

        time.setTo("2026-11-23T09:11:00");
        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> limit.count(ADDRESS, notice));
        time.setTo("2026-11-23T09:12:30");
        assertThatCode(() -> limit.count(ADDRESS, notice)).doesNotThrowAnyException();
        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> limit.count(ADDRESS, notice));
    }

    @Test
    void oneAddressDoesNotFileAgainstEveryNoticeThereIs() {
        for (int filed = 0; filed < ObjectionLimit.OF_ADDRESS; filed++) {
            limit.count(ADDRESS, UUID.randomUUID());
        }

        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> limit.count(ADDRESS, UUID.randomUUID()));
    }

    @Test
    void manyAddressesTogetherDoNotFloodANotice() {
        for (int filed = 0; filed < ObjectionLimit.OF_NOTICE; filed++) {
            limit.count("2001:db8::" + filed, notice);
        }

        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> limit.count("2001:db8::ffff", notice));
    }

    private void file(int number, String address, UUID against) {
        for (int filed = 0; filed < number; filed++) {
            limit.count(address, against);
        }
    }
}
