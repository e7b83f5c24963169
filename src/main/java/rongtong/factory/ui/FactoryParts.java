package rongtong.factory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rongtong.factory.income.Income;
import rongtong.factory.register.FactoryView;
import rongtong.shared.Listed;
import rongtong.shared.Texts;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;

/** What the page of one factory shows. */
@org.springframework.stereotype.Component
public class FactoryParts {

    private final Texts texts;

    FactoryParts(Texts texts) {
        this.texts = texts;
    }

    /** {@code 1,234.50}; empty for nothing. */
    static String amount(@Nullable BigDecimal amount) {
        return amount == null
                ? ""
                : new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    /** School, departments, ownership, plans. */
    public Component facts(FactoryView factory) {
        var row = factory.row();
        return new Panel(
                texts.of("factory.page.facts"),
                new Facts()
                        .with(texts.of("factory.column.school"), row.schoolName())
                        .with(texts.of("factory.column.city"), row.city())
                        .with(texts.of("factory.column.status"), texts.of("factory.status." + row.status()))
                        .with(texts.of("factory.column.registered"), Formats.day(row.registeredOn()))
                        .with(texts.of("factory.column.ownership"), texts.of("factory.ownership." + row.ownership()))
                        .with(
                                texts.of("factory.fact.school-share"),
                                factory.schoolShare().stripTrailingZeros().toPlainString() + " %")
                        .with(texts.of("factory.page.industry"), factory.industryOrganName())
                        .with(texts.of("factory.page.finance"), factory.financeOrganName())
                        .with(texts.of("factory.fact.teaching-link"), factory.teachingLink())
                        .with(texts.of("factory.fact.income-use-plan"), factory.incomeUsePlan())
                        .with(texts.of("factory.fact.value-plan"), factory.valuePlan())
                        .with(texts.of("factory.fact.duties"), factory.investorDuties()));
    }

    /** Open alarms on top of the page; nothing where there are none. */
    public Component alarms(FactoryView factory) {
        var open = factory.alarms().stream().filter(alarm -> alarm.isOpen()).toList();
        var notes = new Div();
        open.forEach(alarm -> {
            var note = new Paragraph(texts.of("factory.alarm.reason." + alarm.kind(), amount(alarm.amount())));
            note.addClassNames("hint", "hint-warning");
            notes.add(note);
        });
        return notes;
    }

    /** State assets and partners. */
    public Component assets(FactoryView factory) {
        var rows = table("kind", "asset", "book", "appraised");
        factory.assets()
                .forEach(asset -> rows.row(
                        texts.of("factory.asset." + asset.kind()),
                        asset.name(),
                        amount(asset.bookValue()),
                        amount(asset.appraisedValue())));
        var panel = new Panel(texts.of("factory.page.assets"), rows);
        panel.setCount(factory.assets().size());
        var stack = new Div(panel);
        stack.addClassName("stack");
        if (!factory.partners().isEmpty()) {
            var partners = table("partner", "share", "contribution");
            factory.partners()
                    .forEach(partner -> partners.row(
                            partner.name(),
                            partner.share().stripTrailingZeros().toPlainString() + " %",
                            amount(partner.contribution())));
            stack.add(new Panel(texts.of("factory.page.partners"), partners));
        }
        return stack;
    }

    /** Returns with their filings and uses. */
    public Component incomes(FactoryView factory) {
        if (factory.incomes().isEmpty()) {
            return new Panel(texts.of("factory.page.incomes"), new EmptyState(texts.of("factory.page.no-incomes")));
        }
        var rows = table("event", "gross", "return", "filing", "booked", "uses", "case");
        factory.incomes()
                .forEach(income -> rows.row(
                        Formats.day(income.eventDate()),
                        amount(income.gross()),
                        amount(income.amount()),
                        income.filingNumber() == null
                                ? texts.of("factory.page.not-filed")
                                : income.filingNumber() + " · " + Formats.day(income.filedOn()),
                        income.bookedOn() == null ? "—" : Formats.day(income.bookedOn()),
                        uses(income),
                        caseLink(income.caseId())));
        var panel = new Panel(texts.of("factory.page.incomes"), rows);
        panel.setCount(factory.incomes().size());
        return panel;
    }

    private String uses(Income income) {
        return Listed.statements(income.uses().stream()
                .map(use -> texts.of("factory.use." + use.category()) + " " + amount(use.amount()))
                .toList());
    }

    /** Values at both ends of each year, and all alarms. */
    public Component values(FactoryView factory) {
        var statements = table("year", "start", "end", "gross", "remark");
        factory.statements()
                .forEach(statement -> statements.row(
                        String.valueOf(statement.year()),
                        amount(statement.valueStart()),
                        amount(statement.valueEnd()),
                        amount(statement.gross()),
                        statement.remark()));
        var alarms = table("raised", "what", "state", "case");
        factory.alarms()
                .forEach(alarm -> alarms.row(
                        Formats.day(alarm.raisedAt()),
                        texts.of("factory.alarm.reason." + alarm.kind(), amount(alarm.amount())),
                        new Badge(
                                texts.of(alarm.isOpen() ? "factory.alarm.open" : "factory.alarm.closed"),
                                alarm.isOpen() ? Badge.Tone.BAD : Badge.Tone.GOOD),
                        caseLink(alarm.caseId())));
        var stack = new Div(
                new Panel(
                        texts.of("factory.page.statements"),
                        factory.statements().isEmpty()
                                ? new EmptyState(texts.of("factory.page.no-statements"))
                                : statements),
                new Panel(
                        texts.of("factory.page.alarms"),
                        factory.alarms().isEmpty() ? new EmptyState(texts.of("factory.page.no-alarms")) : alarms));
        stack.addClassName("stack");
        return stack;
    }

    /** Approvals with their cases. */
    public Component entries(FactoryView factory) {
        var rows = table("kind", "entered", "decision", "total", "conditions", "case");
        factory.entries()
                .forEach(entry -> rows.row(
                        texts.of("factory.kind." + entry.kind()),
                        Formats.day(entry.enteredOn()),
                        entry.decisionNumber() == null ? "—" : entry.decisionNumber(),
                        amount(entry.totalInvestment()),
                        entry.conditions() == null ? "—" : entry.conditions(),
                        caseLink(entry.caseId())));
        var panel = new Panel(texts.of("factory.page.entries"), rows);
        panel.setCount(factory.entries().size());
        return panel;
    }

    private Component caseLink(java.util.UUID caseId) {
        return new Anchor("cases/" + caseId, texts.of("factory.page.open-case"));
    }

    private PlainTable table(String... columns) {
        var headers = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            headers[i] = texts.of("factory.head." + columns[i]);
        }
        return new PlainTable(headers);
    }
}
