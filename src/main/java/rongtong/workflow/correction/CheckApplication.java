package rongtong.workflow.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.form.FormModel;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.Timeline;
import rongtong.workflow.correction.Defects.Mark;

/**
 * The receiving organ accepts an application, refuses it, or says once and in writing all that is missing (default D1). A
 * second time in the same stage needs the reason of the organ's leader (default D13).
 */
@Component
class CheckApplication implements Step {

    private final Applications applications;
    private final Defects defects;
    private final Timeline timeline;

    CheckApplication(Applications applications, Defects defects, Timeline timeline) {
        this.applications = applications;
        this.defects = defects;
        this.timeline = timeline;
    }

    @Override
    public String id() {
        return "acceptance/checkApplication";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var application = applications.of(context);
        var stage = context.text("stage");
        var locale = LocaleContextHolder.getLocale();
        var values = new LinkedHashMap<String, Object>();
        values.put("application", application.process() + "/" + application.step());
        values.put("stage", stage);
        values.put("round", defects.asked(context.caseId(), stage) + 1);
        values.put("defectFields", defects.places(shown(application, context, locale), locale));
        values.put("defects", List.of());
        var before = defects.latest(context.caseId(), stage, "CORRECTED");
        values.put("earlier", before.isEmpty() ? List.of() : earlier(context));
        values.put(
                "correctionNote",
                before.map(round -> Objects.requireNonNullElse(round.note(), ""))
                        .orElse(""));
        return values;
    }

    private List<Map<String, Object>> earlier(StepContext context) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var defect : defects.of(context.caseId(), context.text("stage"))) {
            var row = new LinkedHashMap<String, Object>(Map.of(
                    "field", defect.field(),
                    "label", defect.label(),
                    "reason", defect.reason(),
                    "before", defect.before(),
                    "after", Objects.requireNonNullElse(defect.after(), "")));
            switch (defect.state()) {
                case CLOSED -> row.put("outcome", "CLOSED");
                case STILL_OPEN -> row.put("outcome", "OPEN");
                case ASKED, CORRECTED, LAPSED -> {}
            }
            rows.add(row);
        }
        return rows;
    }

    private FormModel shown(Application application, StepContext context, Locale locale) {
        return FormModel.readOnly(application.form().in(locale), applications.known(application, context));
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var asked = defects.asked(context.caseId(), context.text("stage"));
        var stillOpen = answers.rows("earlier").stream()
                .anyMatch(row -> row.text("outcome").equals("OPEN"));
        switch (answers.text("decision")) {
            case "CORRECT" -> {
                if (asked > 0) {
                    findings.error("decision", Message.of("workflow.correction.only-once"));
                }
                requireDefects(answers, false, findings);
            }
            case "CORRECT_AGAIN" -> {
                if (asked == 0) {
                    findings.error("decision", Message.of("workflow.correction.first-time"));
                }
                requireDefects(answers, stillOpen, findings);
            }
            case "ACCEPT" -> {
                if (stillOpen) {
                    findings.error("decision", Message.of("workflow.correction.still-open"));
                }
            }
            default -> {}
        }
    }

    private static void requireDefects(Answers answers, boolean stillOpen, Findings findings) {
        if (answers.rows("defects").isEmpty() && !stillOpen) {
            findings.error("defects", Message.of("workflow.correction.no-defects"));
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var caseId = context.caseId();
        var stage = context.text("stage");
        var organ = context.text("organ");
        var stillOpen = new ArrayList<Mark>();
        defects.latest(caseId, stage, "CORRECTED").ifPresent(round -> {
            var marks = defects.marks(round.id());
            var rows = answers.rows("earlier");
            for (int position = 0; position < rows.size(); position++) {
                var outcome = rows.get(position).text("outcome");
                defects.check(round, position, outcome);
                if (outcome.equals("OPEN")) {
                    stillOpen.add(marks.get(position));
                }
            }
        });
        switch (answers.text("decision")) {
            case "ACCEPT" -> {
                context.set("acceptance", "ACCEPTED");
                timeline.note(caseId, "accepted", organ, null);
            }
            case "REFUSE" -> {
                context.set("acceptance", "REFUSED");
                timeline.note(caseId, "refused-acceptance", organ, answers.text("reasons"));
            }
            case "CORRECT" -> {
                var marks = marks(context, answers);
                raise(context, marks, false);
                timeline.note(caseId, "correction-asked", organ, AcceptanceSteps.listed(marks));
            }
            default -> {
                stillOpen.addAll(marks(context, answers));
                raise(context, stillOpen, true);
            }
        }
    }

    private void raise(StepContext context, List<Mark> marks, boolean proposed) {
        defects.raise(
                context.caseId(),
                context.text("stage"),
                applications.of(context),
                context.text("organ"),
                context.text("applicant"),
                marks,
                proposed);
    }

    private List<Mark> marks(StepContext context, Answers answers) {
        var application = applications.of(context);
        var chinese = shown(application, context, Locale.SIMPLIFIED_CHINESE);
        var english = shown(application, context, Locale.ENGLISH);
        return answers.rows("defects").stream()
                .map(row -> defects.mark(chinese, english, row.text("field"), row.text("reason")))
                .toList();
    }
}
