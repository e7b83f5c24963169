package rongtong.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void momentsAreThoseOfChina() {
        assertThat(Formats.moment(Instant.parse("2026-03-01T16:05:00Z"))).isEqualTo("2026-03-02 00:05");
        assertThat(Formats.day(Instant.parse("2026-03-01T16:05:00Z"))).isEqualTo("2026-03-02");
        assertThat(Formats.moment(null)).isEmpty();
    }

    @Test
    void sizesAreReadable() {
        assertThat(Formats.size(900)).isEqualTo("900 B");
        assertThat(Formats.size(20_480)).isEqualTo("20 KB");
        assertThat(Formats.size(3_670_016)).isEqualTo("3.5 MB");
    }
}
