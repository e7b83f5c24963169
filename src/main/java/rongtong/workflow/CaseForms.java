package rongtong.workflow;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.form.Form;
import rongtong.workflow.engine.ProcessModels;

/**
 * Forms that a procedure chooses for a case by itself: those of the folder that the case's process was deployed with, so that
 * a running case keeps the form that it began with.
 */
@Component
public class CaseForms {

    private final JdbcClient jdbc;
    private final HistoryService history;
    private final ProcessModels models;

    CaseForms(JdbcClient jdbc, HistoryService history, ProcessModels models) {
        this.jdbc = jdbc;
        this.history = history;
        this.models = models;
    }

    /**
     * The form that takes the place of what the model names at a step.
     *
     * @param form id of a form in the folder of the case's process
     */
    public AskedForm inPlaceOf(AskedForm drawn, UUID caseId, String form) {
        var json = models.form(definition(caseId), form);
        return new AskedForm(drawn.process(), drawn.step(), json, Form.parse(json));
    }

    /** A form of the folder that the case's process was deployed with. @param form its id */
    public Form of(UUID caseId, String form) {
        return Form.parse(models.form(definition(caseId), form));
    }

    private String definition(UUID caseId) {
        var instance = jdbc.sql("select process_instance from workflow.case_file where id = :case")
                .param("case", caseId)
                .query(String.class)
                .single();
        return Objects.requireNonNull(
                        history.createHistoricProcessInstanceQuery()
                                .processInstanceId(instance)
                                .singleResult(),
                        () -> "Case %s has no process".formatted(caseId))
                .getProcessDefinitionId();
    }
}
