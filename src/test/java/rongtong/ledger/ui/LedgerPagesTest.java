package rongtong.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.ledger.Entry;
import rongtong.ledger.EntryDraft;
import rongtong.ledger.EntryFilter;
import rongtong.ledger.EntryKind;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerRounds;
import rongtong.ledger.LedgerSheets;
import rongtong.ledger.LedgerType;
import rongtong.ledger.Ledgers;
import rongtong.ledger.Survey;
import rongtong.ledger.TalentLevel;
import rongtong.ui.PageTest;

/** The pages with the real ledgers, without a browser. */
@RongtongTest
@Transactional
class LedgerPagesTest extends PageTest {

    @Autowired
    Ledgers ledgers;

    @Autowired
    LedgerSheets sheets;

    @Autowired
    EntrySources sources;

    @Autowired
    LedgerRounds rounds;

    @Autowired
    JdbcClient jdbc;

    Ledger ledger;

    @BeforeEach
    void openLedger() {
        jdbc.sql(
                        "update ledger.round set year = 2024, version = 1000 + version where status = 'FROZEN' and year >= 2026")
                .update();
        var caseId = UUID.randomUUID();
        rounds.open(caseId, "LN", "LN-IIT");
        ledger = rounds.ledger(caseId, LedgerType.INDUSTRY);
        var survey = Survey.of("问卷", LocalDate.of(2026, 3, 1), "问卷", 40);
        rounds.write(
                ledger,
                List.of(survey),
                List.of(entry("machine-tools", "ent-000410", 30), entry("steel", "ent-000898", 12)),
                "LN-IIT");
    }

    @Test
    void theGridShowsEntriesAndTheirTotals() throws Exception {
        as("ln-edu.handler", () -> {
            var view = shown();

            assertThat(cells(view)).containsExactly("沈阳机床股份有限公司", "鞍钢股份有限公司");
            return null;
        });
    }

    @Test
    void onlyThoseInChargeSeeWhatChangesEntries() throws Exception {
        int forReaders = as("ln-edu.handler", () -> all(shown(), Button.class).size());
        int forOwners = as("ln-iit.handler", () -> all(shown(), Button.class).size());
        int forLeaders = as("ln-iit.leader", () -> all(shown(), Button.class).size());

        assertThat(forOwners).isGreaterThan(forReaders);
        assertThat(forLeaders).isLessThan(forReaders);
    }

    @Test
    void searchNarrowsTheList() throws Exception {
        as("ln-iit.handler", () -> {
            var view = shown();

            test(all(view, TextField.class).getFirst()).setValue("鞍钢");

            assertThat(cells(view)).containsExactly("鞍钢股份有限公司");
            return null;
        });
    }

    @Test
    void theDialogSavesAnEntryAndSaysWhatIsWrongAtItsField() throws Exception {
        as("ln-iit.handler", () -> {
            var saved = new ArrayList<EntryDraft>();
            var dialog = new EntryDialog("", ledgers.ledger(ledger.id()), null, sources, draft -> {
                ledgers.add(ledger.id(), draft);
                saved.add(draft);
            });
            dialog.open();
            all(dialog, IntegerField.class).getFirst().setValue(5);

            dialog.save();

            assertThat(saved).isEmpty();
            assertThat(all(dialog, ComboBox.class).getFirst().isInvalid()).isTrue();
            assertThat(all(dialog, ComboBox.class).getFirst().isRequiredIndicatorVisible())
                    .isTrue();
            assertThat(dialog.isOpened()).isTrue();
            return null;
        });
        assertThat(as(
                        "ln-iit.handler",
                        () -> ledgers.totals(ledger.id(), EntryFilter.all()).entries()))
                .isEqualTo(2);
    }

    @Test
    void theComparisonShowsARowForEachFieldAndLevel() throws Exception {
        as("ln-edu.handler", () -> {
            var view = shown(new ComparisonView(ledgers, sources.organizations()));
            view.show(ledger.roundId());

            assertThat(all(view, NativeTableRow.class)).hasSize(3);
            return null;
        });
    }

    private LedgerDetailView shown() {
        UI.getCurrent().removeAll();
        var view = shown(new LedgerDetailView(ledgers, sheets, sources));
        view.show(ledger.id());
        return view;
    }

    @SuppressWarnings("unchecked")
    private List<String> cells(Component view) {
        var grid = test((Grid<Entry>) all(view, Grid.class).getFirst());
        return Stream.iterate(0, i -> i + 1)
                .limit(grid.size())
                .map(i -> grid.getCellText(i, 0))
                .toList();
    }

    private static <C extends Component> List<C> all(Component root, Class<C> type) {
        var here = type.isInstance(root) ? Stream.of(type.cast(root)) : Stream.<C>empty();
        return Stream.concat(here, root.getChildren().flatMap(child -> all(child, type).stream()))
                .toList();
    }

    private static EntryDraft entry(String field, String organization, int number) {
        return new EntryDraft(
                null,
                field,
                organization,
                EntryKind.TALENT,
                TalentLevel.UNDERGRADUATE,
                null,
                number,
                2026,
                null,
                null,
                null);
    }
}
