package rongtong.selection.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.register.Checks;
import rongtong.selection.register.Conclusion;
import rongtong.selection.register.EvaluationKind;
import rongtong.selection.register.Evaluations;
import rongtong.selection.register.Evaluations.Finding;
import rongtong.selection.register.Grade;
import rongtong.selection.register.ProgressReports;
import rongtong.selection.register.Recognitions;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/**
 * The convening department evaluates a pilot, or enters what a third party found, and says what follows: a demonstration
 * alliance is withdrawn after two failed yearly checks (default P20), everything else may put right what failed.
 */
@Component
class EvaluatePilot implements Step {

    private final EvaluationValues values;
    private final Recognitions recognitions;
    private final Evaluations evaluations;
    private final ProgressReports reports;
    private final Checks checks;
    private final Organizations organizations;

    EvaluatePilot(
            EvaluationValues values,
            Recognitions recognitions,
            Evaluations evaluations,
            ProgressReports reports,
            Checks checks,
            Organizations organizations) {
        this.values = values;
        this.recognitions = recognitions;
        this.evaluations = evaluations;
        this.reports = reports;
        this.checks = checks;
        this.organizations = organizations;
    }

    @Override
    public String id() {
        return "pilot-evaluation/evaluatePilot";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var shown = values.head(context);
        var recognition = EvaluationValues.recognition(context);
        var report = reports.of(recognition, evaluations.check(recognition));
        EvaluationValues.clear(
                shown,
                List.of(
                        "thirdParty",
                        "qualification",
                        "evaluationText",
                        "rectifyRequest",
                        "withdrawalReasons",
                        "deviationReason",
                        "evaluatedBy",
                        "grade",
                        "conclusion"));
        shown.put("evaluationFiles", List.of());
        shown.put("reported", report.isPresent());
        shown.put("yearly", EvaluationValues.check(context) == EvaluationKind.YEARLY);
        report.ifPresent(told -> {
            shown.put("progress", told.progress());
            shown.put("partnerEnterprises", told.partners());
            shown.put("investment", told.investment());
            shown.put("problems", told.problems());
        });
        if (EvaluationValues.check(context) == EvaluationKind.THIRD_PARTY) {
            shown.put("evaluatedBy", "THIRD_PARTY");
        }
        if (!values.isAgain(context)) {
            shown.put("rectification", "");
        }
        return shown;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var kind = EvaluationValues.check(context);
        var grade = Grade.valueOf(answers.text("grade"));
        var conclusion = Conclusion.valueOf(answers.text("conclusion"));
        if (kind == EvaluationKind.THIRD_PARTY && !byThirdParty(answers)) {
            findings.error("evaluatedBy", Message.of("selection.register.third-party-missing"));
        }
        if (grade.compareTo(Grade.GOOD) <= 0 && conclusion != Conclusion.KEEP) {
            findings.error("conclusion", Message.of("selection.register.good-is-kept"));
        }
        if (grade == Grade.PASS && conclusion == Conclusion.WITHDRAW) {
            findings.error("conclusion", Message.of("selection.register.only-failed-withdrawn"));
        }
        if (grade == Grade.FAIL) {
            checkFailed(context, kind, conclusion, findings);
        }
    }

    private void checkFailed(StepContext context, EvaluationKind kind, Conclusion conclusion, Findings findings) {
        if (kind != EvaluationKind.YEARLY) {
            if (conclusion == Conclusion.KEEP) {
                findings.error("conclusion", Message.of("selection.register.failed-not-kept"));
            }
            return;
        }
        var tooOften = checks.wouldFailTooOften(EvaluationValues.recognition(context), kind);
        if (tooOften && conclusion != Conclusion.WITHDRAW) {
            findings.error("conclusion", Message.of("selection.register.failed-too-often"));
        }
        if (!tooOften && conclusion == Conclusion.WITHDRAW) {
            findings.warning(Message.of("selection.register.failed-once"));
        }
    }

    private static boolean byThirdParty(Answers answers) {
        return answers.text("evaluatedBy").equals("THIRD_PARTY");
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var recognition = EvaluationValues.recognition(context);
        var conclusion = Conclusion.valueOf(answers.text("conclusion"));
        evaluations.add(
                recognition,
                new Finding(
                        EvaluationValues.check(context),
                        byThirdParty(answers),
                        byThirdParty(answers)
                                ? answers.text("thirdParty")
                                : RoundWords.inChinese(() -> organizations.name(context.text("organ"))),
                        Grade.valueOf(answers.text("grade")),
                        conclusion,
                        answers.text("evaluationText"),
                        switch (conclusion) {
                            case KEEP -> "";
                            case RECTIFY -> answers.text("rectifyRequest");
                            case WITHDRAW -> answers.text("withdrawalReasons");
                        },
                        context.actor()));
        switch (conclusion) {
            case KEEP -> recognitions.keep(recognition);
            case RECTIFY -> recognitions.rectify(recognition);
            case WITHDRAW -> {
                // takes effect with the signed document
            }
        }
    }
}
