package rongtong.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clause a step rests on, between those of its model and those of its procedure. */
class BasisTest {

    final Basis basis = new Basis();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JL-2018-48 (二十七)                       |                                      | JL-2018-48 (二十七)",
                "JL-2018-48 (二十七)                       | ''                                   | JL-2018-48 (二十七)",
                "JL-2018-48 (二十七)                       | JL-2018-48 (二十九),JL-2018-48 (二十七) | JL-2018-48 (二十七)",
                "JL-2018-48 (二十七)                       | ZJ-2018 (二十一), ZJ-2018 七           | ZJ-2018 (二十一)",
                "JL-2018-48 (二十七), LN-2018 二(四)4, ZJ-2018 七 | ZJ-2018 (二十一), ZJ-2018 七      | ZJ-2018 七",
                "                                         | ZJ-2018 (二十一)                      | ZJ-2018 (二十一)",
                "                                         |                                      | "
            })
    void theFirstThatBothNameElseTheProceduresFirst(
            @Nullable String drawn, @Nullable String own, @Nullable String expected) {
        assertThat(basis.of(drawn, own)).isEqualTo(expected);
    }
}
