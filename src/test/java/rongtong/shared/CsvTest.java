package rongtong.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotedCellsMayHoldCommasQuotesAndLines() {
        var rows = Csv.parse("a,b\n\"x, \"\"y\"\"\nz\",2\r\nlast,\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text("a")).isEqualTo("x, \"y\"\nz");
        assertThat(rows.get(0).text("b")).isEqualTo("2");
        assertThat(rows.get(1).orNull("b")).isNull();
    }

    @Test
    void aLineOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Csv.parse("a,b\n1\n"));
    }

    @Test
    void anUnknownColumnIsRefused() {
        var row = Csv.parse("a\n1\n").getFirst();

        assertThatIllegalArgumentException().isThrownBy(() -> row.text("b"));
    }
}
