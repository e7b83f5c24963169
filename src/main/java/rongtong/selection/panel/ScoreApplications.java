package rongtong.selection.panel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.form.Form;
import rongtong.selection.panel.Sheets.Answer;
import rongtong.selection.programme.Criterion;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.AskedForm;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/**
 * One sheet for each application: a number for each criterion of the track and a comment. What was saved on the scoring page
 * stands in the form already. The points are kept in the sheets alone, where nobody reads them too early.
 */
@Component
class ScoreApplications implements Step {

    private static final String ROWS = "sheets";
    private static final String COMMENT = "comment";
    private static final int WIDTH = 16;

    private final Reviews reviews;
    private final Sheets sheets;
    private final ReviewRows rows;
    private final Json json;

    ScoreApplications(Reviews reviews, Sheets sheets, ReviewRows rows, Json json) {
        this.reviews = reviews;
        this.sheets = sheets;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String id() {
        return "panel-review/scoreApplications";
    }

    @Override
    public boolean keepsAnswers() {
        return false;
    }

    @Override
    public AskedForm form(StepContext context, AskedForm drawn) {
        var schema = drawn.form().schema();
        var components = new ArrayList<Object>();
        for (var component : components(schema)) {
            components.add(
                    ROWS.equals(component.get("path"))
                            ? withCriteria(component, criteria(context.caseId()))
                            : component);
        }
        schema.put("components", components);
        return new AskedForm(drawn.process(), drawn.step(), json.write(schema), Form.of(schema));
    }

    private static Map<String, Object> withCriteria(Map<String, Object> list, List<Criterion> criteria) {
        var fields = new ArrayList<Object>(components(list));
        int place = fields.size() - 1;
        for (var criterion : criteria) {
            fields.add(place++, field(criterion, Math.max(2, WIDTH / Math.min(criteria.size(), 4))));
        }
        var wide = new LinkedHashMap<>(list);
        wide.put("components", fields);
        return wide;
    }

    private static Map<String, Object> field(Criterion criterion, int columns) {
        var field = new LinkedHashMap<String, Object>();
        field.put("type", "number");
        field.put("id", "Points_" + key(criterion));
        field.put("key", key(criterion));
        field.put("label", "%s（满分%d，权重%d%%）".formatted(criterion.name(), criterion.max(), criterion.weight()));
        field.put("description", criterion.guidance());
        field.put("decimalDigits", 1);
        field.put(
                "properties",
                Map.of(
                        "label_en",
                        "%s (of %d, weight %d%%)".formatted(criterion.nameEn(), criterion.max(), criterion.weight()),
                        "description_en",
                        criterion.guidanceEn()));
        field.put("validate", Map.of("required", true, "min", 0, "max", criterion.max()));
        field.put("layout", Map.of("row", "points", "columns", columns));
        return field;
    }

    /** Keys of criteria have hyphens, keys of fields must not. */
    private static String key(Criterion criterion) {
        return "points_" + criterion.key().replace('-', '_');
    }

    private List<Criterion> criteria(UUID review) {
        var found = reviews.get(review);
        return sheets.track(found.round(), found.track()).criteria();
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var criteria = criteria(context.caseId());
        var values = new HashMap<>(rows.heading(context.caseId()));
        values.put(
                ROWS,
                reviews.assigned(context.caseId()).stream()
                        .map(assigned -> row(assigned, criteria))
                        .toList());
        return values;
    }

    private Map<String, @Nullable Object> row(Assigned assigned, List<Criterion> criteria) {
        var row = rows.row(assigned);
        var sheet = assigned.sheet();
        for (var criterion : criteria) {
            row.put(key(criterion), sheet == null ? null : sheet.scores().get(criterion.key()));
        }
        row.put(COMMENT, sheet == null ? "" : sheet.comment());
        return row;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var sent = answers.rows(ROWS);
        for (var assigned : reviews.assigned(context.caseId())) {
            if (ReviewRows.placeOf(assigned, sent) < 0) {
                findings.error(ROWS, Message.of("selection.panel.row-missing", assigned.title()));
            }
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var criteria = criteria(context.caseId());
        var sent = answers.rows(ROWS);
        sheets.submit(reviews.assigned(context.caseId()).stream()
                .map(assigned -> {
                    var row = sent.get(ReviewRows.placeOf(assigned, sent));
                    var scores = new LinkedHashMap<String, BigDecimal>();
                    for (var criterion : criteria) {
                        var points = row.number(key(criterion));
                        if (points != null) {
                            scores.put(criterion.key(), points);
                        }
                    }
                    return new Answer(assigned.application(), scores, row.text(COMMENT));
                })
                .toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> components(Map<String, Object> drawn) {
        return (List<Map<String, Object>>) drawn.getOrDefault("components", List.of());
    }
}
