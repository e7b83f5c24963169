package rongtong.workflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import tools.jackson.databind.JsonNode;

/** Opinions asked for beside a task (加签), as programs call them, on the test process {@code paper-round}. */
@RongtongTest
class SignRequestTest extends PaperRound {

    static final Map<String, Object> AGREE = Map.of("values", Map.of("stance", "AGREE"));
    static final Map<String, Object> DISAGREE = Map.of("values", Map.of("stance", "DISAGREE", "comment", "依据不足"));

    @Test
    void whoIsAskedBeforeHoldsTheTaskBack() {
        var caseId = started("前加签");
        var task = draft(caseId);
        assertThat(actions(drafter, task)).contains("add-sign").doesNotContain("remove-sign");
        ask(task, "BEFORE", "ln-edu.leader", "ln-sti.handler");

        assertThat(actions(drafter, task)).contains("remove-sign").doesNotContain("complete");
        var early = drafter.post("/tasks/" + task + "/complete", TEXT);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().get("detail").asString()).contains("负责人", "经办人");

        var asked = asked("ln-edu.leader", task);
        var form = reviewer.get("/tasks/" + asked);
        assertThat(form.get("step").asString()).isEqualTo("answerSignRequest");
        assertThat(form.at("/values/subjectText").asString()).isEqualTo("意见如何？");
        assertThat(form.get("actions").valueStream().map(JsonNode::asString)).doesNotContain("add-sign");
        assertThat(reviewer.get("/tasks?q=" + form.get("number").asString())
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(asked);
        complete(reviewer, asked, DISAGREE);
        complete(science, asked("ln-sti.handler", task), AGREE);

        assertThat(drafter.get("/tasks/" + task + "/signs")
                        .valueStream()
                        .map(sign -> sign.get("stance").asString()))
                .containsExactly("DISAGREE", "AGREE");
        assertThat(outcome(complete(drafter, task, TEXT))).isEqualTo("COMPLETED");
        assertThat(steps(caseId)).containsExactly("reviewPaper");
    }

    @Test
    void whoIsAskedInParallelLetsTheHolderCompleteAndTheCaseWait() {
        var caseId = started("并加签");
        var task = draft(caseId);
        ask(task, "PARALLEL", "ln-sti.handler");

        assertThat(outcome(complete(drafter, task, TEXT))).isEqualTo("WAITING");

        assertThat(steps(caseId)).containsExactlyInAnyOrder("draftPaper", "answerSignRequest");
        assertThat(actions(drafter, task)).containsExactlyInAnyOrder("remove-sign", "withdraw");
        assertThat(drafter.post("/tasks/" + task + "/complete", TEXT).status()).isEqualTo(409);
        assertThat(drafter.get("/tasks?q=" + number(caseId)).get("total").asInt())
                .isZero();
        complete(science, asked("ln-sti.handler", task), AGREE);
        assertThat(steps(caseId)).containsExactly("reviewPaper");
        var done = last(caseId);
        assertThat(done.get("action").asString()).isEqualTo("completed");
        assertThat(done.get("actor").asString()).contains("教育厅");
        assertThat(done.at("/values/text").asString()).isEqualTo("正文一");
    }

    @Test
    void whoIsAskedAfterwardsSeesWhatWasAnsweredAndMaySendItBack() {
        var caseId = started("后加签");
        var task = draft(caseId);
        ask(task, "AFTER", "ln-edu.leader");
        assertThat(steps(caseId)).containsExactly("draftPaper");

        assertThat(outcome(complete(drafter, task, TEXT))).isEqualTo("WAITING");
        var asked = asked("ln-edu.leader", task);
        assertThat(reviewer.get("/tasks/" + asked).at("/values/subjectText").asString())
                .contains("意见如何？", "正文：正文一");
        complete(reviewer, asked, DISAGREE);

        assertThat(steps(caseId)).containsExactly("draftPaper");
        assertThat(last(caseId).get("action").asString()).isEqualTo("sign-returned");
        assertThat(drafter.get("/tasks?q=" + number(caseId)).at("/items/0/id").asString())
                .isEqualTo(task);
        assertThat(outcome(complete(drafter, task, TEXT))).isEqualTo("COMPLETED");
        assertThat(steps(caseId)).containsExactly("reviewPaper");
    }

    @Test
    void theHolderTakesRequestsBackAndTheKeptCompletionIsDone() {
        var caseId = started("减签");
        var task = draft(caseId);
        ask(task, "PARALLEL", "ln-edu.leader", "ln-sti.handler");
        complete(drafter, task, TEXT);
        var asked = asked("ln-sti.handler", task);

        assertThat(science.post("/tasks/" + task + "/remove-sign", Map.of()).status())
                .isEqualTo(403);
        assertRefused(drafter.post("/tasks/" + task + "/remove-sign", Map.of("to", List.of("ln-sti.leader"))), "to");
        drafter.post("/tasks/" + task + "/remove-sign", Map.of("to", List.of("ln-sti.handler")))
                .expect(204);
        assertThat(science.post("/tasks/" + asked + "/complete", AGREE).status())
                .isEqualTo(409);
        assertThat(steps(caseId)).contains("draftPaper");
        drafter.post("/tasks/" + task + "/remove-sign", Map.of()).expect(204);
        assertThat(steps(caseId)).containsExactly("reviewPaper");
    }

    @Test
    void theHolderTakesAKeptCompletionBack() {
        var caseId = started("撤回待加签的办理");
        var task = draft(caseId);
        ask(task, "PARALLEL", "ln-sti.handler");
        complete(drafter, task, TEXT);

        assertThat(reviewer.post("/tasks/" + task + "/withdraw", Map.of()).status())
                .isEqualTo(403);
        drafter.post("/tasks/" + task + "/withdraw", Map.of()).expect(204);
        complete(science, asked("ln-sti.handler", task), AGREE);

        assertThat(steps(caseId)).containsExactly("draftPaper");
        assertThat(actions(drafter, task)).contains("complete");
        assertThat(outcome(complete(drafter, task, TEXT))).isEqualTo("COMPLETED");
    }

    @Test
    void onlyPeopleWhomTheCaseConcernsAreAskedAndNobodyTwice() {
        var task = draft(started("加签被拒"));
        for (var wrong : List.of(List.of(), List.of("none"), List.of("school-4121010142"), List.of("ln-edu.handler"))) {
            assertRefused(
                    drafter.post("/tasks/" + task + "/add-sign", Map.of("position", "before", "to", wrong)), "to");
        }
        assertThat(drafter.post("/tasks/" + task + "/add-sign", Map.of("position", "x", "to", List.of("ln-edu.leader")))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("position");
        assertThat(reviewer.post(
                                "/tasks/" + task + "/add-sign",
                                Map.of("position", "before", "to", List.of("ln-sti.leader")))
                        .status())
                .isEqualTo(403);
        assertThat(stranger.post(
                                "/tasks/" + task + "/add-sign",
                                Map.of("position", "before", "to", List.of("ln-sti.leader")))
                        .status())
                .isEqualTo(404);
        ask(task, "AFTER", "ln-edu.leader");
        assertRefused(
                drafter.post(
                        "/tasks/" + task + "/add-sign", Map.of("position", "before", "to", List.of("ln-edu.leader"))),
                "to");
    }

    @Test
    void theEndOfTheCaseEndsTheRequests() {
        var caseId = started("终止带加签的案件");
        var task = draft(caseId);
        ask(task, "PARALLEL", "ln-sti.handler");
        var asked = asked("ln-sti.handler", task);

        drafter.as("admin")
                .post("/admin/instances/" + caseId + "/cancellation", Map.of("reason", "重复立案"))
                .expect(200);

        assertThat(drafter.get("/instances/" + caseId).get("current")).isEmpty();
        assertThat(science.post("/tasks/" + asked + "/complete", AGREE).status())
                .isEqualTo(409);
    }

    @Test
    void aReturnEndsTheRequests() {
        var caseId = started("退回带加签的环节");
        complete(drafter, draft(caseId), TEXT);
        var review = open(caseId, "reviewPaper");
        reviewer.post("/tasks/" + review + "/add-sign", Map.of("position", "before", "to", List.of("ln-edu.handler")))
                .expect(204);

        reviewer.post("/tasks/" + review + "/return", Map.of("to", "draftPaper", "opinion", "重写"))
                .expect(200);

        assertThat(steps(caseId)).containsExactly("draftPaper");
    }

    @Test
    void theLastTwoMayAnswerAtTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            var caseId = started("同时加签");
            var task = draft(caseId);
            ask(task, "PARALLEL", "ln-edu.leader", "ln-sti.handler");
            complete(drafter, task, TEXT);
            var one = asked("ln-edu.leader", task);
            var other = asked("ln-sti.handler", task);

            assertThat(atOnce(
                            () -> reviewer.post("/tasks/" + one + "/complete", AGREE)
                                    .status(),
                            () -> science.post("/tasks/" + other + "/complete", AGREE)
                                    .status()))
                    .containsExactly(200, 200);

            assertThat(steps(caseId)).containsExactly("reviewPaper");
            assertThat(drafter.get("/instances/" + caseId)
                            .get("timeline")
                            .valueStream()
                            .filter(entry -> "draftPaper"
                                            .equals(entry.get("step").asString())
                                    && "completed".equals(entry.get("action").asString())))
                    .hasSize(1);
        }
    }

    @Test
    void whoIsAskedSpeaksToThePublicBodiesAndNotToTheApplicant() {
        var caseId = started("加签意见");
        var task = draft(caseId);
        concern(stranger, caseId);
        ask(task, "PARALLEL", "ln-sti.handler");
        assertThat(steps(drafter, caseId)).containsExactlyInAnyOrder("draftPaper", "answerSignRequest");
        assertThat(steps(stranger, caseId)).containsExactly("draftPaper");
        science.post(
                        "/tasks/" + asked("ln-sti.handler", task) + "/complete",
                        Map.of("values", Map.of("stance", "DISAGREE", "comment", "依据不足"), "opinion", "建议补充材料"))
                .expect(200);
        ask(task, "PARALLEL", "ln-sti.leader");
        drafter.post("/tasks/" + task + "/remove-sign", Map.of()).expect(204);

        assertThat(drafter.get("/tasks/" + task + "/signs")).hasSize(1);
        assertThat(stranger.get("/tasks/" + task + "/signs")).isEmpty();
        assertThat(told(drafter, caseId))
                .containsExactly("started", "sign-added", "completed", "sign-added", "sign-removed");
        assertThat(told(stranger, caseId)).containsExactly("started", "consulted", "consulted");
        assertThat(drafter.get("/instances/" + caseId).get("timeline").toString())
                .contains("意见如何", "科技厅", "建议补充材料");
        assertThat(stranger.get("/instances/" + caseId).get("timeline").toString())
                .doesNotContain("意见如何", "科技厅", "建议补充材料");
    }

    @Test
    void whoIsAskedOutsideThePublicBodiesSeesItsOwnTaskAndAnswer() {
        var caseId = started("问学校");
        var task = draft(caseId);
        concern(stranger, caseId);
        ask(task, "PARALLEL", "school-4121010142", "ln-sti.handler");

        assertThat(steps(stranger, caseId)).containsExactlyInAnyOrder("draftPaper", "answerSignRequest");
        complete(stranger, asked("school-4121010142", task), AGREE);
        complete(science, asked("ln-sti.handler", task), AGREE);
        assertThat(told(stranger, caseId)).containsExactly("started", "consulted", "completed");
    }

    /** Makes the case one of the person's organisation too. */
    private void concern(Api person, String caseId) {
        jdbc.sql("insert into workflow.participant (case_id, organization) values (?::uuid, ?)")
                .params(caseId, person.get("/me").at("/organization/code").asString())
                .update();
    }

    private static List<String> told(Api person, String caseId) {
        return person.get("/instances/" + caseId)
                .get("timeline")
                .valueStream()
                .map(entry -> entry.get("action").asString())
                .toList();
    }

    @Test
    void aTaskTakenBackIsFoundAgainByCapitalLetters() {
        var caseId = started("Rework of BRANCH lines");
        var task = draft(caseId);
        ask(task, "PARALLEL", "ln-sti.handler");
        complete(drafter, task, TEXT);
        drafter.post("/tasks/" + task + "/withdraw", Map.of()).expect(204);

        assertThat(drafter.get("/tasks?q=Rework&service=paper-round").toString())
                .contains(task);
    }

    @Test
    void aSecondClickOnTheAnswerThatWaitsIsToldThatTheFirstCounts() throws Exception {
        for (int round = 0; round < 8; round++) {
            var task = draft(started("双击"));
            ask(task, "PARALLEL", "ln-sti.handler");

            assertThat(atOnce(
                            () -> drafter.post("/tasks/" + task + "/complete", TEXT)
                                    .status(),
                            () -> drafter.post("/tasks/" + task + "/complete", TEXT)
                                    .status()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void theHolderTakesBackWhileTheLastOneAnswers() throws Exception {
        for (int round = 0; round < 8; round++) {
            var caseId = started("撤回与作答");
            var task = draft(caseId);
            ask(task, "PARALLEL", "ln-sti.handler");
            complete(drafter, task, TEXT);
            var asked = asked("ln-sti.handler", task);

            assertThat(atOnce(
                            () -> science.post("/tasks/" + asked + "/complete", DISAGREE)
                                    .status(),
                            () -> drafter.post("/tasks/" + task + "/withdraw", Map.of())
                                    .status()))
                    .isIn(List.of(200, 204), List.of(200, 403));
            assertThat(steps(caseId)).containsExactly("draftPaper");
            assertThat(actions(drafter, task)).contains("complete");
        }
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            return threads.invokeAll(List.of(starting(barrier, one), starting(barrier, other))).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }

    private static Callable<Integer> starting(CyclicBarrier barrier, Callable<Integer> work) {
        return () -> {
            barrier.await();
            return work.call();
        };
    }

    private void ask(String task, String position, String... usernames) {
        drafter.post(
                        "/tasks/" + task + "/add-sign",
                        Map.of("position", position, "to", List.of(usernames), "opinion", "意见如何？"))
                .expect(204);
    }

    private static String outcome(JsonNode completed) {
        return completed.at("/receipt/outcome").asString();
    }

    /** The case concerns the science department too from the beginning. */
    @Override
    String started(String title) {
        var caseId = super.started(title);
        jdbc.sql("insert into workflow.participant (case_id, organization) values (?::uuid, 'LN-STI')")
                .param(caseId)
                .update();
        return caseId;
    }

    private String draft(String caseId) {
        return open(caseId, "draftPaper");
    }

    private String asked(String username, String task) {
        return jdbc.sql("select asked_task from workflow.sign_request where task_id = ? and username = ?")
                .params(task, username)
                .query(String.class)
                .single();
    }

    private String number(String caseId) {
        return drafter.get("/instances/" + caseId).get("number").asString();
    }
}
