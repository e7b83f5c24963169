package rongtong.workflow.correction;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.form.AnswerWords;
import rongtong.form.Form;
import rongtong.form.FormChanges;
import rongtong.form.FormModel;
import rongtong.shared.Json;
import rongtong.shared.Listed;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.AskedForm;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.Steps;
import rongtong.workflow.Timeline;
import rongtong.workflow.correction.Defects.Mark;
import rongtong.workflow.correction.Defects.Round;

/**
 * The applicant corrects what was notified: the application form itself, in which the fields with defects are open and all
 * others locked, on the screen and for programs alike.
 */
@Component
class CorrectApplication implements Step {

    private static final String NOTE = "correctionNote";

    private final Applications applications;
    private final Defects defects;
    private final Steps steps;
    private final AnswerWords words;
    private final Json json;
    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final Timeline timeline;

    CorrectApplication(
            Applications applications,
            Defects defects,
            Steps steps,
            AnswerWords words,
            Json json,
            JdbcClient jdbc,
            RuntimeService runtime,
            Timeline timeline) {
        this.applications = applications;
        this.defects = defects;
        this.steps = steps;
        this.words = words;
        this.json = json;
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.timeline = timeline;
    }

    @Override
    public String id() {
        return "correction/correctApplication";
    }

    @Override
    public AskedForm form(StepContext context, AskedForm drawn) {
        var application = applications.of(context);
        var former = former(application, application.form(), context);
        var locked = CorrectionForm.of(former, open(marks(context)), drawn.form());
        return new AskedForm(application.process(), application.step(), json.write(locked), Form.of(locked));
    }

    private FormModel former(Application application, Form form, StepContext context) {
        return FormModel.readOnly(form, applications.known(application, context));
    }

    private Round round(StepContext context) {
        return defects.latest(context.caseId(), context.text("stage"), "OPEN")
                .orElseThrow(() -> new IllegalStateException("Case %s has nothing to correct in stage '%s'"
                        .formatted(context.caseId(), context.text("stage"))));
    }

    private List<Mark> marks(StepContext context) {
        return defects.marks(round(context).id());
    }

    private static List<String> open(List<Mark> marks) {
        return marks.stream().map(Mark::field).distinct().toList();
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var application = applications.of(context);
        var values = new LinkedHashMap<>(applications.known(application, context));
        var english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        values.put(
                "correctionDefects",
                marks(context).stream()
                        .map(mark -> Map.of(
                                "field", mark.field(),
                                "label", english ? mark.labelEn() : mark.label(),
                                "reason", mark.reason()))
                        .toList());
        values.put(NOTE, "");
        return values;
    }

    @Override
    public void checkSent(StepContext context, Map<String, @Nullable Object> sent, Findings findings) {
        var application = applications.of(context);
        var form = application.form().in(LocaleContextHolder.getLocale());
        var known = applications.known(application, context);
        var open = open(marks(context));
        var wanted = new FormModel(form, known).fill(sent);
        for (var changed : FormChanges.between(former(application, form, context), wanted)) {
            if (open.stream().noneMatch(path -> FormChanges.covers(path, changed))) {
                findings.error(
                        changed,
                        Message.of(
                                "workflow.correction.locked",
                                words.place(wanted, changed, LocaleContextHolder.getLocale())));
            }
        }
        var asked = new HashSet<>(values(context).keySet());
        form.fields().forEach(field -> field.key().or(() -> field.text("path")).ifPresent(asked::add));
        sent.keySet().stream()
                .filter(key -> asked.stream().noneMatch(path -> path.equals(key) || path.startsWith(key + ".")))
                .forEach(key -> findings.error(key, Message.of("workflow.correction.unknown-field", key)));
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var application = applications.of(context);
        steps.of(application.process(), application.step())
                .checkCorrection(Applications.at(application, context), answers, findings);
        if (answers.text(NOTE).isEmpty()) {
            var same = unchanged(context, application, answers);
            if (!same.isEmpty()) {
                findings.error(NOTE, Message.of("workflow.correction.unchanged", Listed.of(same)));
            }
        }
    }

    /** Names of the places with a defect that stay as they were. */
    private List<String> unchanged(StepContext context, Application application, Answers answers) {
        var form = application.form();
        var known = new LinkedHashMap<>(applications.known(application, context));
        answers.values().forEach((key, value) -> {
            if (value == null) {
                known.remove(key);
            } else {
                known.put(key, value);
            }
        });
        var changed = FormChanges.between(former(application, form, context), FormModel.readOnly(form, known));
        var english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return marks(context).stream()
                .filter(mark -> changed.stream()
                        .noneMatch(path ->
                                FormChanges.covers(mark.field(), path) || FormChanges.covers(path, mark.field())))
                .map(mark -> english ? mark.labelEn() : mark.label())
                .distinct()
                .toList();
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var application = applications.of(context);
        var corrected = new LinkedHashMap<>(answers.values());
        corrected.remove(NOTE);
        defects.corrected(round(context), corrected, answers.text(NOTE));
        steps.of(application.process(), application.step())
                .recordCorrection(Applications.at(application, context), new Answers(corrected));
        passOnFacts(context, application, corrected);
        context.set("correction", "CORRECTED");
        timeline.note(context.caseId(), "corrected", context.text("applicant"), null);
    }

    /** What gateways of the procedure read of the application follows the correction. */
    private void passOnFacts(StepContext context, Application application, Map<String, @Nullable Object> corrected) {
        var facts = application.form().fields().stream()
                .filter(field -> field.processVariable() && field.key().isPresent())
                .map(field -> field.key().orElseThrow())
                .filter(key -> corrected.get(key) != null)
                .collect(Collectors.toMap(key -> key, corrected::get, (one, other) -> other, LinkedHashMap::new));
        facts.putAll(context.facts());
        if (application.step().equals("start") && !facts.isEmpty()) {
            var instance = jdbc.sql("select process_instance from workflow.case_file where id = :case")
                    .param("case", context.caseId())
                    .query(String.class)
                    .single();
            runtime.setVariables(instance, facts);
        }
    }
}
