package rongtong.alliance.charter;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import rongtong.document.DocumentNumbers;
import rongtong.shared.Csv;

/**
 * Numbers under which charters are filed, such as 辽教联备〔2026〕1号. The offices' character codes (机关代字) are data:
 * {@code data/filing-organs.csv}.
 */
@Component
public class FilingNumbers {

    private final DocumentNumbers numbers;
    private final Clock clock;

    FilingNumbers(DocumentNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @param department code of the department that files; one without a character code is numbered by its own code */
    public String next(String department) {
        var row = Csv.read("data/filing-organs.csv").stream()
                .filter(organ -> organ.text("organization").equals(department))
                .findFirst();
        return numbers.next(
                        row.map(organ -> organ.text("organ")).orElse(department),
                        row.map(organ -> organ.text("series")).orElse("-"),
                        LocalDate.now(clock).getYear())
                .text();
    }
}
