package rongtong.selection.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rongtong.selection.register.Evaluations;
import rongtong.selection.register.ProgressReport;
import rongtong.selection.register.ProgressReports;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The pilot reports on its work before a check. */
@Component
class WriteReport implements Step {

    private final EvaluationValues values;
    private final Evaluations evaluations;
    private final ProgressReports reports;

    WriteReport(EvaluationValues values, Evaluations evaluations, ProgressReports reports) {
        this.values = values;
        this.evaluations = evaluations;
        this.reports = reports;
    }

    @Override
    public String id() {
        return "pilot-evaluation/writeReport";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var shown = values.head(context);
        EvaluationValues.clear(shown, List.of("progress", "problems"));
        shown.put("reportFiles", List.of());
        return shown;
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var recognition = EvaluationValues.recognition(context);
        reports.report(
                recognition,
                evaluations.check(recognition),
                new ProgressReport(
                        answers.text("progress"),
                        number(answers, "partnerEnterprises").intValueExact(),
                        number(answers, "investment"),
                        answers.text("problems")),
                context.actor());
    }

    private static BigDecimal number(Answers answers, String key) {
        return Objects.requireNonNull(answers.number(key), key);
    }
}
