package rongtong.ledger.process;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rongtong.ledger.EntryDraft;
import rongtong.ledger.EntryKind;
import rongtong.ledger.InnovationStage;
import rongtong.ledger.Survey;
import rongtong.ledger.TalentLevel;
import rongtong.organization.Sector;
import rongtong.workflow.Answers;

/** Between the forms of the ledgers and the words of the module. */
final class LedgerAnswers {

    private LedgerAnswers() {}

    static List<Survey> surveys(Answers answers) {
        return answers.rows("surveys").stream()
                .map(row -> Survey.of(
                        row.text("title"),
                        Objects.requireNonNull(row.date("date")),
                        row.text("method"),
                        Objects.requireNonNull(whole(row.number("sample")))))
                .toList();
    }

    static List<Map<String, Object>> rows(List<Survey> surveys) {
        return surveys.stream().map(LedgerAnswers::row).toList();
    }

    private static Map<String, Object> row(Survey survey) {
        var row = new LinkedHashMap<String, Object>();
        row.put("title", survey.title());
        row.put("date", survey.date().toString());
        row.put("method", survey.method());
        row.put("sample", survey.sample());
        return row;
    }

    static List<EntryDraft> entries(Answers answers) {
        return answers.rows("entries").stream()
                .map(row -> new EntryDraft(
                        word(Sector.class, row.text("sector")),
                        row.text("field"),
                        row.text("organization"),
                        word(EntryKind.class, row.text("kind")),
                        word(TalentLevel.class, row.text("level")),
                        row.text("specialty"),
                        whole(row.number("number")),
                        whole(row.number("year")),
                        word(InnovationStage.class, row.text("stage")),
                        row.text("text"),
                        null))
                .toList();
    }

    private static @Nullable Integer whole(@Nullable BigDecimal number) {
        return number == null ? null : number.intValue();
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
