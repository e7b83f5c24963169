package rongtong.workflow.correction;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.form.Form;
import rongtong.form.FormModel;
import rongtong.shared.Json;
import rongtong.workflow.AskedForm;
import rongtong.workflow.StepContext;
import rongtong.workflow.Steps;
import rongtong.workflow.engine.ProcessModels;
import rongtong.workflow.engine.ProcessModels.StepModel;

/** Finds the application that a review is about, with the form that it was handed in with. */
@Component
public class Applications {

    /**
     * Process variable of the general parts: process and step whose answers are reviewed, such as
     * {@code factory-income-filing/reportIncome}. Without it, the start form of the service.
     */
    static final String CORRECTS = "corrects";

    private final JdbcClient jdbc;
    private final Json json;
    private final HistoryService history;
    private final ProcessModels models;
    private final Steps steps;
    private final Clock clock;

    Applications(JdbcClient jdbc, Json json, HistoryService history, ProcessModels models, Steps steps, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.history = history;
        this.models = models;
        this.steps = steps;
        this.clock = clock;
    }

    /** The application that the step at hand is about. */
    Application of(StepContext context) {
        var named = context.variables().get(CORRECTS);
        return of(context.caseId(), named == null ? null : named.toString());
    }

    /**
     * @param corrects process and step, such as {@code factory-income-filing/reportIncome}; null for the start form
     * @throws IllegalStateException if the case has not passed such a step
     */
    public Application of(UUID caseId, @Nullable String corrects) {
        if (corrects == null) {
            var instance = jdbc.sql("select process_instance from workflow.case_file where id = :case")
                    .param("case", caseId)
                    .query(String.class)
                    .single();
            var definition = Objects.requireNonNull(
                            history.createHistoricProcessInstanceQuery()
                                    .processInstanceId(instance)
                                    .singleResult(),
                            () -> "Case %s has no process".formatted(caseId))
                    .getProcessDefinitionId();
            return read(caseId, definition, "start");
        }
        var process = corrects.substring(0, corrects.indexOf('/'));
        var step = corrects.substring(corrects.indexOf('/') + 1);
        var definition = jdbc.sql("""
                        select definition from workflow.task
                        where case_id = :case and process = :process and step = :step
                        order by created_at desc limit 1
                        """)
                .param("case", caseId)
                .param("process", process)
                .param("step", step)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        "Case %s has not passed %s, which is to be corrected".formatted(caseId, corrects)));
        return read(caseId, definition, step);
    }

    private Application read(UUID caseId, String definition, String step) {
        var asked = asked(caseId, definition, step);
        var process = asked.process();
        var answers = jdbc.sql("""
                        select answers from workflow.submission
                        where case_id = :case and process = :process and step = :step
                        order by at desc limit 1
                        """)
                .param("case", caseId)
                .param("process", process)
                .param("step", step)
                .query(String.class)
                .optional()
                .<Map<String, @Nullable Object>>map(json::readObject)
                .orElse(Map.of());
        return new Application(definition, process, step, asked.json(), asked.form(), answers);
    }

    /** The form of a step as a version of its process has it, or as the step chooses it for the case. */
    Form form(UUID caseId, String definition, String step) {
        return asked(caseId, definition, step).form();
    }

    private AskedForm asked(UUID caseId, String definition, String step) {
        var process = models.get(definition).process();
        var model = stepOf(definition, step);
        var context = new StepContext(caseId, process, step, null, null, Map.of(), "", "", clock.instant());
        var asked = steps.of(process, step).form(context, new AskedForm(process, step, model.formJson(), model.form()));
        return new AskedForm(process, step, asked.json(), asked.form());
    }

    private StepModel stepOf(String definition, String step) {
        var model = models.get(definition);
        return step.equals("start")
                ? Objects.requireNonNull(model.start(), () -> definition + " starts without a form")
                : model.step(step);
    }

    /** The application with its answers, as its own step would start it. */
    FormModel model(Application application, Form form, StepContext context) {
        return new FormModel(form, known(application, context));
    }

    /** What the application's form knows: what its step adds, and the answers. */
    Map<String, Object> known(Application application, StepContext context) {
        var known = new LinkedHashMap<String, Object>(
                steps.of(application.process(), application.step()).values(at(application, context)));
        application.answers().forEach((key, value) -> {
            if (value != null) {
                known.put(key, value);
            }
        });
        return known;
    }

    /** The same person in the same case at the step that the application was handed in with. */
    static StepContext at(Application application, StepContext context) {
        return new StepContext(
                context.caseId(),
                context.service(),
                application.step(),
                context.task(),
                context.unit(),
                context.variables(),
                context.actor(),
                context.organization(),
                context.now(),
                context.facts());
    }
}
