package rongtong.workflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rongtong.RongtongTest;

/** Return, delegation, withdrawal and urging as programs call them, on the test process {@code paper-round}. */
@RongtongTest
class TaskActionsTest extends PaperRound {

    static final Map<String, Object> AGREED = Map.of("values", Map.of("verdict", "AGREE"));

    @Test
    void aReturnIsTheDecisionThatTheModelNames() {
        var caseId = started("退回");
        complete(drafter, open(caseId), TEXT);
        var review = open(caseId);

        var targets = reviewer.get("/tasks/" + review + "/return-targets");
        assertThat(targets.toString())
                .isEqualTo("[{\"step\":\"draftPaper\",\"name\":\"起草\",\"field\":\"verdict\",\"value\":\"RETURN\"}]");
        assertThat(actions(reviewer, review)).contains("return");
        var returned = reviewer.post(
                        "/tasks/" + review + "/return",
                        Map.of(
                                "to",
                                "draftPaper",
                                "opinion",
                                "日期有误",
                                "defects",
                                List.of(Map.of("field", "正文", "reason", "日期应为今年"))))
                .expect(200)
                .body();

        assertThat(returned.at("/receipt/outcome").asString()).isEqualTo("COMPLETED");
        assertThat(step(caseId)).isEqualTo("draftPaper");
        var last = last(caseId);
        assertThat(last.get("action").asString()).isEqualTo("returned");
        assertThat(last.get("opinion").asString()).isEqualTo("日期有误");
        assertThat(last.at("/values/verdictReason").asString()).isEqualTo("日期有误");
        assertThat(last.at("/values/defects/0/reason").asString()).isEqualTo("日期应为今年");
    }

    @Test
    void aReturnIsRefusedAtTheFieldThatIsWrong() {
        var caseId = started("退回被拒");
        var draft = open(caseId);
        assertThat(drafter.get("/tasks/" + draft + "/return-targets")).isEmpty();
        assertThat(actions(drafter, draft)).doesNotContain("return");
        assertRefused(drafter.post("/tasks/" + draft + "/return", Map.of("to", "issuePaper", "opinion", "好")), "to");
        complete(drafter, draft, TEXT);
        var review = "/tasks/" + open(caseId) + "/return";

        assertRefused(reviewer.post(review, Map.of("to", "issuePaper", "opinion", "好")), "to");
        assertRefused(reviewer.post(review, Map.of("to", "draftPaper", "opinion", " ")), "opinion");
        assertRefused(reviewer.post(review, Map.of("to", "draftPaper")), "opinion");
        assertRefused(reviewer.post(review, Map.of("to", "draftPaper", "opinion", "长".repeat(101))), "opinion");
        assertThat(drafter.post(review, Map.of("to", "draftPaper", "opinion", "好"))
                        .status())
                .isEqualTo(403);
        assertThat(stranger.post(review, Map.of("to", "draftPaper", "opinion", "好"))
                        .status())
                .isEqualTo(404);
        assertThat(step(caseId)).isEqualTo("reviewPaper");

        reviewer.post(review, Map.of("to", "draftPaper", "opinion", "好")).expect(200);
        assertThat(reviewer.post(review, Map.of("to", "draftPaper", "opinion", "好"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatADelegateHandsInComesBackAsADraft() {
        var caseId = started("委派");
        complete(drafter, open(caseId), TEXT);
        var task = open(caseId);
        assertThat(actions(reviewer, task)).contains("delegate");
        reviewer.post("/tasks/" + task + "/delegate", Map.of("to", "ln-edu.handler", "opinion", "请先看"))
                .expect(204);

        assertThat(reviewer.post("/tasks/" + task + "/complete", AGREED).status())
                .isEqualTo(409);
        assertThat(actions(drafter, task)).containsExactly("complete", "copy");
        assertThat(drafter.post("/tasks/" + task + "/release", Map.of()).status())
                .isEqualTo(422);
        assertThat(drafter.post("/tasks/" + task + "/complete", Map.of("values", Map.of()))
                        .status())
                .isEqualTo(422);
        var receipt = complete(drafter, task, AGREED).at("/receipt");

        assertThat(receipt.get("outcome").asString()).isEqualTo("RESOLVED");
        assertThat(step(caseId)).isEqualTo("reviewPaper");
        assertThat(last(caseId).get("action").asString()).isEqualTo("resolved");
        assertThat(jdbc.sql("select answers ->> 'verdict' from workflow.draft where owner = ? and task_id = ?")
                        .params("ln-edu.leader", task)
                        .query(String.class)
                        .single())
                .isEqualTo("AGREE");
        assertThat(drafter.post("/tasks/" + task + "/complete", AGREED).status())
                .isEqualTo(403);
        assertThat(complete(reviewer, task, AGREED).at("/receipt/outcome").asString())
                .isEqualTo("COMPLETED");
        assertThat(step(caseId)).isEqualTo("issuePaper");
    }

    @Test
    void aDelegationGoesToAColleagueAndCanBeTakenBack() {
        var caseId = started("收回委派");
        var task = open(caseId);
        for (var nobody : List.of("ln-sti.handler", "ln-edu.handler", "none")) {
            assertRefused(drafter.post("/tasks/" + task + "/delegate", Map.of("to", nobody)), "to");
        }
        assertThat(stranger.post("/tasks/" + task + "/delegate", Map.of("to", "ln-edu.leader"))
                        .status())
                .isEqualTo(404);
        drafter.post("/tasks/" + task + "/delegate", Map.of("to", "ln-edu.leader"))
                .expect(204);

        assertThat(actions(drafter, task)).contains("withdraw");
        drafter.post("/tasks/" + task + "/withdraw", Map.of()).expect(204);

        assertThat(reviewer.post("/tasks/" + task + "/complete", TEXT).status()).isEqualTo(403);
        complete(drafter, task, TEXT);
        assertThat(step(caseId)).isEqualTo("reviewPaper");
    }

    @Test
    void whatWasTypedBeforeADelegationIsThereWhenItIsTakenBack() {
        var task = open(started("收回委派的草稿"));
        drafter.post("/tasks/" + task + "/claim", Map.of()).expect(204);
        jdbc.sql("""
                        insert into workflow.draft (id, owner, task_id, answers, updated_at)
                        values (gen_random_uuid(), 'ln-edu.handler', ?, '{"text": "半篇"}', now())
                        """).param(task).update();
        drafter.post("/tasks/" + task + "/delegate", Map.of("to", "ln-edu.leader"))
                .expect(204);

        drafter.post("/tasks/" + task + "/withdraw", Map.of()).expect(204);

        assertThat(jdbc.sql("select owner || ' ' || (answers ->> 'text') from workflow.draft where task_id = ?")
                        .param(task)
                        .query(String.class)
                        .list())
                .containsExactly("ln-edu.handler 半篇");
    }

    @Test
    void whoCompletedAStepTakesItBackWhileNobodyHasActed() {
        var caseId = started("撤回一步");
        var task = open(caseId);
        complete(drafter, task, TEXT);
        var next = open(caseId);

        assertThat(actions(drafter, task)).contains("withdraw");
        assertThat(actions(reviewer, task)).doesNotContain("withdraw");
        assertThat(reviewer.post("/tasks/" + task + "/withdraw", Map.of()).status())
                .isEqualTo(403);
        drafter.post("/tasks/" + task + "/withdraw", Map.of()).expect(204);

        assertThat(step(caseId)).isEqualTo("draftPaper");
        assertThat(last(caseId).get("action").asString()).isEqualTo("withdrawn");
        assertThat(last(caseId).get("step").asString()).isEqualTo("draftPaper");
        var again = open(caseId);
        assertThat(drafter.get("/tasks/" + again).get("assignee").asString()).isEqualTo("ln-edu.handler");
        assertThat(drafter.get("/tasks/" + again).at("/values/text").asString()).isEqualTo("正文一");
        assertThat(reviewer.post("/tasks/" + next + "/complete", AGREED).status())
                .isEqualTo(409);
        assertThat(drafter.post("/tasks/" + task + "/withdraw", Map.of()).status())
                .isEqualTo(422);
        complete(drafter, again, TEXT);
        complete(reviewer, open(caseId), AGREED);
        complete(science, open(caseId), TEXT);
        assertThat(drafter.get("/instances/" + caseId).get("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aStepIsNotTakenBackOnceSomebodyHasActed() {
        var caseId = started("撤回太晚");
        var task = open(caseId);
        complete(drafter, task, TEXT);
        var review = open(caseId);
        reviewer.post("/tasks/" + review + "/claim", Map.of()).expect(204);

        var late = drafter.post("/tasks/" + task + "/withdraw", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("actor").asString()).contains("负责人");
        assertThat(late.body().get("at").asString()).isNotBlank();
        assertThat(actions(drafter, task)).doesNotContain("withdraw");

        complete(reviewer, review, AGREED);
        assertThat(drafter.post("/tasks/" + task + "/withdraw", Map.of()).status())
                .isBetween(409, 422);
        complete(science, open(caseId), TEXT);
        assertThat(reviewer.post("/tasks/" + review + "/withdraw", Map.of()).status())
                .isBetween(409, 422);
    }

    @Test
    void whoWaitsUrgesOnceInTheInterval() {
        var caseId = started("催办");
        assertThat(actions(drafter, open(caseId))).doesNotContain("urge");
        assertThat(drafter.post("/tasks/" + open(caseId) + "/urge", Map.of()).status())
                .isEqualTo(403);
        complete(drafter, open(caseId), TEXT);
        var review = open(caseId);
        assertThat(actions(drafter, review)).contains("urge");

        drafter.post("/tasks/" + review + "/urge", Map.of()).expect(204);
        assertThat(last(caseId).get("action").asString()).isEqualTo("urged");
        var again = drafter.post("/tasks/" + review + "/urge", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("deed").asString()).contains("审核");
        assertThat(actions(drafter, review)).doesNotContain("urge");
        assertThat(stranger.post("/tasks/" + review + "/urge", Map.of()).status())
                .isEqualTo(404);

        jdbc.sql("update workflow.timeline set at = at - interval '20 days' where task_id = ? and action = 'urged'")
                .param(review)
                .update();
        drafter.post("/tasks/" + review + "/urge", Map.of()).expect(204);
        complete(reviewer, review, AGREED);
        assertThat(drafter.post("/tasks/" + review + "/urge", Map.of()).status())
                .isEqualTo(409);
        reviewer.post("/tasks/" + open(caseId) + "/urge", Map.of()).expect(204);
    }

    private String step(String caseId) {
        return drafter.get("/instances/" + caseId).at("/current/0/step").asString();
    }
}
