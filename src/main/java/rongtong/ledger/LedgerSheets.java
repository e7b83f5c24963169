package rongtong.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.identity.CurrentUser;
import rongtong.organization.Majors;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationKind;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;

/** Ledgers as spreadsheets (xlsx): an empty one to fill in, all entries of one, and entries from one. */
@Service
@PreAuthorize("isAuthenticated()")
public class LedgerSheets {

    private static final String COPY = """
            copy ledger.entry (id, ledger_id, sector, field, organization, kind, level, specialty, number, year, stage, text,
                               survey_id, author)
            from stdin with (format csv)
            """;

    private final LedgerStore store;
    private final EntryStore entries;
    private final LedgerAccess access;
    private final Fields fields;
    private final Organizations organizations;
    private final Majors majors;
    private final CurrentUser user;
    private final Texts texts;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerSheets(
            LedgerStore store,
            EntryStore entries,
            LedgerAccess access,
            Fields fields,
            Organizations organizations,
            Majors majors,
            CurrentUser user,
            Texts texts,
            DataSource database,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.access = access;
        this.fields = fields;
        this.organizations = organizations;
        this.majors = majors;
        this.user = user;
        this.texts = texts;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A spreadsheet with heading, an example row (which an import leaves out) and drop-down lists.
     *
     * @param ledger whose surveys are offered; null for none
     * @throws NotFound if the person may not see the ledger
     */
    public void template(LedgerType type, @Nullable UUID ledger, OutputStream out) {
        var readable = ledger == null ? null : access.readableLedger(ledger);
        var titles = readable == null
                ? List.<String>of()
                : store.surveys(readable.id()).stream().map(Survey::title).toList();
        var english = texts.of("ledger.sheet.language").equals("en");
        var names = fields.all().stream()
                .filter(field -> type.sector() == null || field.sector() == type.sector())
                .toList();
        var units = units(type, readable == null ? "LN" : readable.jurisdiction());
        try (var sheet = new SheetWriter(out, type, texts)) {
            sheet.offer(names.stream().map(field -> field.name(english)).toList(), units, titles);
            var first = names.getFirst();
            sheet.add(column -> switch (column) {
                case NUMBER_OF_ROW -> texts.of("ledger.sheet.example");
                case KIND -> texts.of("ledger.kind.TALENT");
                case SECTOR -> texts.of("ledger.sector." + first.sector());
                case FIELD -> first.name(english);
                case ORGANIZATION -> units.isEmpty() ? null : units.getFirst();
                case LEVEL -> texts.of("ledger.level.UNDERGRADUATE");
                case SPECIALTY ->
                    majors.find(null, null, 0, 1).items().getFirst().name();
                case NUMBER -> 20;
                case YEAR -> LocalDate.now(clock).getYear();
                case STAGE, TEXT -> null;
                case SURVEY -> titles.isEmpty() ? null : titles.getFirst();
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> units(LedgerType type, String jurisdiction) {
        var kinds = type.side() == Side.SUPPLY
                ? Set.of(OrganizationKind.SCHOOL, OrganizationKind.INSTITUTE)
                : Set.of(OrganizationKind.ENTERPRISE);
        return organizations
                .find(new OrganizationFilter(kinds, null, jurisdiction, null, null), 0, 2000)
                .items()
                .stream()
                .map(OrganizationRow::name)
                .toList();
    }

    /** All entries that count, streamed: rows are read and written one after the other. */
    public void export(UUID ledgerId, OutputStream out) {
        var ledger = access.readableLedger(ledgerId);
        var majorNames = new HashMap<String, String>();
        transaction.executeWithoutResult(status -> {
            try (var sheet = new SheetWriter(out, ledger.type(), texts)) {
                var count = new int[1];
                entries.each(ledgerId, entry -> write(sheet, entry, ++count[0], majorNames));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private void write(SheetWriter sheet, Entry entry, int number, HashMap<String, String> majorNames) {
        try {
            sheet.add(column -> switch (column) {
                case NUMBER_OF_ROW -> number;
                case KIND -> texts.of("ledger.kind." + entry.kind());
                case SECTOR -> texts.of("ledger.sector." + entry.sector());
                case FIELD -> entry.fieldName();
                case ORGANIZATION -> organizations.name(entry.organization());
                case LEVEL -> entry.level() == null ? null : texts.of("ledger.level." + entry.level());
                case SPECIALTY ->
                    entry.specialty() == null
                            ? null
                            : majorNames.computeIfAbsent(
                                    entry.specialty(), code -> majors.name(code).orElse(code));
                case NUMBER -> entry.number();
                case YEAR -> entry.year();
                case STAGE -> entry.stage() == null ? null : texts.of("ledger.stage." + entry.stage());
                case TEXT -> entry.text();
                case SURVEY -> entry.surveyTitle();
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Adds the rows of a spreadsheet to a ledger.
     *
     * @param partial write the good rows even if there are bad ones; otherwise a bad row keeps all from being written
     * @throws RuleViolation if the file is none of the ledger's spreadsheets, or the ledger is not being written
     * @throws NotFound if the person may not see the ledger
     */
    public ImportReport importEntries(UUID ledgerId, InputStream upload, boolean partial) {
        var ledger = access.readableLedger(ledgerId);
        access.requireAdd(ledger);
        var found = new Found(ledgerId, user.organization());
        try {
            var file = SheetGuard.receive(upload);
            try {
                reader(ledger).read(file, found);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (found.bad > 0 && !partial || found.good == 0) {
            return new ImportReport(0, found.bad, List.copyOf(found.rejections));
        }
        transaction.executeWithoutResult(status -> {
            access.requireAdd(store.lock(ledgerId));
            copy(found.lines);
        });
        return new ImportReport(found.good, found.bad, List.copyOf(found.rejections));
    }

    private SheetReader reader(Ledger ledger) {
        var surveys = new HashMap<String, UUID>();
        store.surveys(ledger.id()).forEach(survey -> surveys.put(survey.title(), survey.id()));
        var references = new LoadedReferences(
                fields.all(),
                organizations.find(OrganizationFilter.all(), 0, 1_000_000).items(),
                majors.find(null, null, 0, 100_000).items());
        return new SheetReader(ledger.type(), references, surveys, texts);
    }

    private void copy(ByteArrayOutputStream lines) {
        var connection = DataSourceUtils.getConnection(database);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(lines.toByteArray()));
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("Cannot write imported entries", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** Good rows as lines to copy into the database, and what is wrong with the others. */
    private static final class Found implements SheetReader.Receiver {

        private final UUID ledger;
        private final String author;
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private final List<ImportReport.Rejection> rejections = new ArrayList<>();
        private int good;
        private int bad;

        Found(UUID ledger, String author) {
            this.ledger = ledger;
            this.author = author;
        }

        @Override
        public void good(EntryDraft entry) {
            good++;
            var line = new StringBuilder();
            line.append(UUID.randomUUID()).append(',').append(ledger);
            append(line, entry.sector());
            append(line, entry.field());
            append(line, entry.organization());
            append(line, entry.kind());
            append(line, entry.level());
            append(line, entry.specialty());
            append(line, entry.number());
            append(line, entry.year());
            append(line, entry.stage());
            append(line, entry.text());
            append(line, entry.survey());
            append(line, author);
            lines.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void bad(int row, List<ImportReport.Rejection> found) {
            bad++;
            if (rejections.size() < ImportReport.MOST_REJECTIONS) {
                rejections.addAll(found);
            }
        }

        private static void append(StringBuilder line, @Nullable Object value) {
            line.append(',');
            if (value != null) {
                line.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
            }
        }
    }

    /** Text that no spreadsheet program takes for a formula, whatever somebody typed. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What {@link #harmless} was given. */
    static String original(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
