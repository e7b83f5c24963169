package rongtong.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.organization.Organizations;
import rongtong.organization.Sector;
import rongtong.shared.Csv;
import rongtong.shared.Demonstration;

/**
 * A frozen round of last year for a demonstration, so that pages are not empty: real enterprises, schools, institutes
 * and majors with invented numbers and subjects. Loaded once.
 */
@Component
class DemonstrationLedgers implements ApplicationRunner {

    private static final String JURISDICTION = "LN";
    private static final int YEAR = 2025;
    private static final int ROWS_OF_PLAN = 12;
    private static final OffsetDateTime OPENED = OffsetDateTime.of(YEAR, 3, 3, 9, 0, 0, 0, ZoneOffset.ofHours(8));
    private static final OffsetDateTime FROZEN = OffsetDateTime.of(YEAR, 6, 20, 16, 30, 0, 0, ZoneOffset.ofHours(8));

    private final LedgerStore store;
    private final EntryStore entries;
    private final Organizations organizations;
    private final Demonstration demonstration;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemonstrationLedgers(
            LedgerStore store,
            EntryStore entries,
            Organizations organizations,
            Demonstration demonstration,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.store = store;
        this.entries = entries;
        this.organizations = organizations;
        this.demonstration = demonstration;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demonstration.isOn() && store.rounds(List.of(JURISDICTION), false).isEmpty()) {
            transaction.executeWithoutResult(status -> load());
        }
    }

    private void load() {
        var round = new Round(
                UUID.randomUUID(),
                null,
                JURISDICTION,
                YEAR,
                null,
                organizations.responsible(JURISDICTION, LedgerType.INDUSTRY.owner()),
                RoundStatus.OPEN,
                OPENED,
                null);
        store.add(round);
        for (var type : LedgerType.values()) {
            store.addLedger(
                    round.id(),
                    type,
                    organizations.responsible(JURISDICTION, type.owner()),
                    organizations.responsible(JURISDICTION, type.coOwner()),
                    organizations.responsible(JURISDICTION, type.author()));
        }
        loadEntries(round);
        store.savePlan(round.id(), plan(round), round.demandDepartment());
        finish(round);
    }

    private void loadEntries(Round round) {
        var ledgers = new HashMap<LedgerType, Ledger>();
        store.ledgers(round.id()).forEach(ledger -> ledgers.put(ledger.type(), ledger));
        var surveys = new HashMap<LedgerType, Map<String, Survey>>();
        var rows = Csv.read("data/demonstration-entries.csv");
        for (var row : rows) {
            var ofLedger = surveys.computeIfAbsent(LedgerType.valueOf(row.text("ledger")), type -> new HashMap<>());
            ofLedger.computeIfAbsent(row.text("survey"), title -> survey(title, ofLedger.size()));
        }
        surveys.forEach(
                (type, ofLedger) -> store.saveSurveys(required(ledgers, type).id(), List.copyOf(ofLedger.values())));
        for (var row : rows) {
            var ledger = required(ledgers, LedgerType.valueOf(row.text("ledger")));
            var survey = required(required(surveys, ledger.type()), row.text("survey"));
            entries.add(ledger.id(), entry(row, survey.id()), EntryState.VALID, ledger.author());
        }
    }

    private static Survey survey(String title, int position) {
        return position == 0
                ? Survey.of(title, LocalDate.of(YEAR, 3, 20), "问卷", 260)
                : Survey.of(title, LocalDate.of(YEAR, 4, 15), "走访、座谈", 35);
    }

    private static EntryDraft entry(Csv.Row row, UUID survey) {
        return new EntryDraft(
                Sector.valueOf(row.text("sector")),
                row.text("field"),
                row.text("organization"),
                EntryKind.valueOf(row.text("kind")),
                word(TalentLevel.class, row.orNull("level")),
                row.orNull("specialty"),
                Integer.valueOf(row.text("number")),
                Integer.valueOf(row.text("year")),
                word(InnovationStage.class, row.orNull("stage")),
                row.orNull("text"),
                survey);
    }

    private MatchingPlan plan(Round round) {
        var supply = store.ledger(round.id(), LedgerType.SUPPLY).id();
        var groups = new LinkedHashMap<String, List<Entry>>();
        for (var entry : entries.matchable(round.id(), ROWS_OF_PLAN)) {
            groups.computeIfAbsent(entry.field() + entry.kind() + entry.level(), group -> new ArrayList<>())
                    .add(entry);
        }
        var matches = groups.values().stream()
                .map(group -> new MatchingPlan.Match(ids(group, supply, false), ids(group, supply, true), "订单培养、联合攻关"))
                .toList();
        return new MatchingPlan("围绕装备制造、石油化工、现代物流等领域组织供需双方初步对接，优先解决缺口较大的层次和专业。", matches);
    }

    private static List<UUID> ids(List<Entry> group, UUID supplyLedger, boolean supply) {
        return group.stream()
                .filter(entry -> entry.ledgerId().equals(supplyLedger) == supply)
                .map(Entry::id)
                .toList();
    }

    private void finish(Round round) {
        jdbc.sql("""
                        update ledger.ledger
                        set status = 'CONFIRMED', submitted_at = :submitted, confirmed_at = :confirmed
                        where round_id = :round
                        """)
                .param("submitted", FROZEN.minusDays(14))
                .param("confirmed", FROZEN.minusDays(7))
                .param("round", round.id())
                .update();
        jdbc.sql("update ledger.round set status = 'FROZEN', version = 1, frozen_at = :frozen where id = :round")
                .param("frozen", FROZEN)
                .param("round", round.id())
                .update();
    }

    private static <K, V> V required(Map<K, V> values, K key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("Nothing for '%s', found %s".formatted(key, values.keySet()));
        }
        return value;
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
