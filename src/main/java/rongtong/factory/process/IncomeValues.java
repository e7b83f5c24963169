package rongtong.factory.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.factory.income.Alarm;
import rongtong.factory.income.Alarms;
import rongtong.factory.income.Income;
import rongtong.factory.income.Incomes;
import rongtong.factory.register.FactoryRegister;
import rongtong.shared.Texts;

/** What the forms show of a return and of what went wrong with it. */
@Component
class IncomeValues {

    private final Incomes incomes;
    private final Alarms alarms;
    private final FactoryRegister register;
    private final Texts texts;

    IncomeValues(Incomes incomes, Alarms alarms, FactoryRegister register, Texts texts) {
        this.incomes = incomes;
        this.alarms = alarms;
        this.register = register;
        this.texts = texts;
    }

    /** The answers that the report was made of. */
    Map<String, Object> form(Income income) {
        return new LinkedHashMap<>(Map.of(
                "factory", income.factory().toString(),
                "eventDate", income.eventDate().toString(),
                "periodFrom", income.periodFrom().toString(),
                "periodTo", income.periodTo().toString(),
                "gross", income.gross(),
                "cost", income.cost(),
                "returnAmount", income.amount()));
    }

    /** The table of one return. */
    Map<String, Object> table(UUID caseId) {
        var income = incomes.get(caseId);
        var rows = new ArrayList<Map<String, Object>>();
        fact(rows, "factory", register.name(income.factory()));
        fact(rows, "event", income.eventDate().toString());
        fact(rows, "period", income.periodFrom() + " — " + income.periodTo());
        fact(rows, "gross", InvestmentValues.amount(income.gross()));
        fact(rows, "cost", InvestmentValues.amount(income.cost()));
        fact(rows, "return", InvestmentValues.amount(income.amount()));
        if (income.filingNumber() != null) {
            fact(rows, "filing", income.filingNumber());
        }
        return Map.of("incomeRows", rows);
    }

    private void fact(List<Map<String, Object>> rows, String name, String value) {
        rows.add(Map.of("name", texts.of("factory.income.fact." + name), "value", value));
    }

    /** Open alarms of a case, in words. */
    List<Map<String, Object>> findings(UUID caseId) {
        return alarms.ofCase(caseId).stream()
                .filter(Alarm::isOpen)
                .<Map<String, Object>>map(alarm -> Map.of(
                        "matter", texts.of("factory.alarm." + alarm.kind()),
                        "reason",
                                texts.of(
                                        "factory.alarm.reason." + alarm.kind(),
                                        InvestmentValues.amount(alarm.amount()))))
                .toList();
    }

    /** What a receipt lists. */
    List<String> items(UUID caseId) {
        var income = incomes.get(caseId);
        return List.of(
                texts.of(
                        "factory.receipt.period",
                        income.periodFrom().toString(),
                        income.periodTo().toString()),
                texts.of("factory.receipt.gross", plain(income.gross())),
                texts.of("factory.receipt.return", plain(income.amount())));
    }

    private static String plain(BigDecimal amount) {
        return InvestmentValues.amount(amount);
    }
}
