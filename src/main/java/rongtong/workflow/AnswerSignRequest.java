package rongtong.workflow;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Somebody who was asked beside a task states an opinion. */
@Component
class AnswerSignRequest implements Step {

    private final SignStore requests;

    AnswerSignRequest(SignStore requests) {
        this.requests = requests;
    }

    @Override
    public String id() {
        return SignRequests.PROCESS + "/answerSignRequest";
    }

    /** What is asked and, where the holder has answered already, what was answered; the person's own word is asked anew. */
    @Override
    public Map<String, Object> values(StepContext context) {
        var question = requests.question(request(context));
        return Map.of("subjectTitle", question.title(), "subjectText", question.text(), "stance", "", "comment", "");
    }

    @Override
    public void record(StepContext context, Answers answers) {
        requests.answer(request(context), answers.text("stance"), answers.text("comment"), context.actor());
    }

    private static UUID request(StepContext context) {
        return UUID.fromString(context.text(SignRequests.REQUEST));
    }
}
