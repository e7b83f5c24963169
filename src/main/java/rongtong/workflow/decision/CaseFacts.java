package rongtong.workflow.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.document.official.OfficialKind;
import rongtong.organization.Organizations;
import rongtong.shared.Json;

/**
 * What a document can say of its case, the later of these before the earlier: number, title and applicant of the case;
 * its answers; its process variables; what the procedure's {@link DocumentFacts} add.
 */
@Component
class CaseFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What rows may call the thing that is wrong. */
    private static final List<String> MATTERS = List.of("matter", "label", "field");

    private final JdbcClient jdbc;
    private final Json json;
    private final Organizations organizations;
    private final ObjectProvider<DocumentFacts> procedures;

    CaseFacts(JdbcClient jdbc, Json json, Organizations organizations, ObjectProvider<DocumentFacts> procedures) {
        this.jdbc = jdbc;
        this.json = json;
        this.organizations = organizations;
        this.procedures = procedures;
    }

    Map<String, Object> of(UUID caseId, String kind, Map<String, Object> variables) {
        var known = new HashMap<String, @Nullable Object>();
        known.putAll(file(caseId));
        answers(caseId).forEach((place, value) -> putUnlessEmpty(known, place, value));
        variables.forEach((place, value) -> putUnlessEmpty(known, place, value));
        procedures.stream()
                .filter(procedure -> procedure.serves(kind))
                .forEach(procedure -> procedure
                        .facts(caseId, variables)
                        .forEach((place, value) -> putUnlessEmpty(known, place, value)));
        return said(OfficialKind.of(kind), known);
    }

    /** Name of the organisation that started the case. */
    String applicant(UUID caseId) {
        return String.valueOf(file(caseId).getOrDefault("applicant", ""));
    }

    private static Map<String, Object> said(OfficialKind kind, Map<String, @Nullable Object> known) {
        var facts = new LinkedHashMap<String, Object>();
        for (var place : kind.texts()) {
            var value = known.get(place);
            if (value != null && !(value instanceof List<?>) && !(value instanceof Map<?, ?>)) {
                facts.put(place, text(value));
            }
        }
        for (var place : kind.lists().keySet()) {
            if (known.get(place) instanceof List<?> rows) {
                facts.put(place, rows.stream().map(CaseFacts::row).toList());
            } else if (known.get(place) instanceof String lines) {
                facts.put(
                        place,
                        lines.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList());
            }
        }
        return facts;
    }

    private static Object row(@Nullable Object row) {
        if (!(row instanceof Map<?, ?> cells)) {
            return String.valueOf(row);
        }
        var said = new LinkedHashMap<String, Object>();
        cells.forEach((cell, value) -> said.put(String.valueOf(cell), value == null ? "" : text(value)));
        MATTERS.stream()
                .map(said::get)
                .filter(value -> value != null)
                .findFirst()
                .ifPresent(matter -> said.putIfAbsent("matter", matter));
        return said;
    }

    /** Days as documents write them. */
    private static String text(Object value) {
        var text = value.toString().strip();
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}([T ].*)?")) {
            return text;
        }
        try {
            return DAY.format(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException noDay) {
            return text;
        }
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> known, String place, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            known.put(place, value);
        }
    }

    private Map<String, Object> file(UUID caseId) {
        return jdbc.sql("select number, title, organization, started_at from workflow.case_file where id = :case")
                .param("case", caseId)
                .query((row, index) -> Map.<String, Object>of(
                        "caseNumber", row.getString("number"),
                        "caseTitle", row.getString("title"),
                        "subject", row.getString("title"),
                        "applicant", organizations.name(row.getString("organization")),
                        "appliedOn",
                                DAY.format(row.getTimestamp("started_at")
                                        .toInstant()
                                        .atZone(ZONE))))
                .optional()
                .orElse(Map.of());
    }

    /** The latest answer to each question that was not put to several units. */
    private Map<String, @Nullable Object> answers(UUID caseId) {
        var all = new HashMap<String, @Nullable Object>();
        jdbc.sql("select answers from workflow.submission where case_id = :case and unit = '' order by at, task_id")
                .param("case", caseId)
                .query(String.class)
                .list()
                .forEach(answers -> all.putAll(json.readObject(answers)));
        return all;
    }
}
