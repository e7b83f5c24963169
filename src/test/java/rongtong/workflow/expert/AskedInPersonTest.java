package rongtong.workflow.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.NotFound;
import rongtong.workflow.CaseQuery;
import rongtong.workflow.Cases;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;

/** What an expert is asked concerns that person alone, not the school from which the expert comes. */
@RongtongTest
class AskedInPersonTest {

    static final String EXPERT = "expert-01";

    @Autowired
    CurrentUser user;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskActions actions;

    @Test
    void colleaguesOfAnExpertNeitherSeeNorDoIt() throws Exception {
        var caseId = expertAsked();
        var colleague = accounts.get(EXPERT).organization().toLowerCase(Locale.ROOT);
        assertThat(accounts.get(colleague).organization())
                .isEqualTo(accounts.get(EXPERT).organization());

        var task = user.runAs(EXPERT, () -> todo(caseId)).getFirst();
        assertThat(user.runAs(EXPERT, () -> cases.get(caseId)).row().id()).isEqualTo(caseId);

        assertThat(user.runAs(colleague, () -> todo(caseId))).isEmpty();
        assertThat(user.runAs(colleague, () -> listed())).doesNotContain(caseId);
        assertMissing(colleague, () -> cases.get(caseId));
        assertMissing(colleague, () -> inbox.open(task.id()));
        assertMissing(
                colleague,
                () -> actions.complete(task.id(), Map.of("conclusion", "AGREE", "expertText", "可行"), "", List.of()));
    }

    @Test
    void anExpertActsForNobodyAndHasAGroupOfOnesOwn() throws Exception {
        var school = accounts.get(EXPERT).organization();
        assertThat(accounts.get(EXPERT).groups()).containsExactlyInAnyOrder(school + ":EXPERT", school + ":@" + EXPERT);
        assertThat(accounts.members(school + ":@" + EXPERT)).containsExactly(EXPERT);
        assertThat(accounts.members(List.of(school + ":@" + EXPERT, school + ":APPLICANT")))
                .containsEntry(school + ":@" + EXPERT, List.of(EXPERT))
                .containsKey(school + ":APPLICANT");
        assertThat(user.runAs(EXPERT, user::actsForOrganization)).isFalse();
    }

    private UUID expertAsked() throws Exception {
        return user.runAs("ln-edu.handler", () -> {
            var caseId = cases.start("clocked", Map.of("title", "请专家个人论证")).caseId();
            actions.complete(todo(caseId).getFirst().id(), Map.of("result", "EXPERTS"), "", List.of());
            var asking = todo(caseId).getFirst();
            actions.complete(
                    asking.id(),
                    Map.of("way", "EXPERTS", "experts", List.of(EXPERT), "question", "是否可行", "expertDays", 5),
                    "",
                    List.of());
            return caseId;
        });
    }

    private List<TaskRow> todo(UUID caseId) {
        return inbox
                .find(new TaskQuery(TaskQuery.View.TODO, "clocked", null, false, TaskQuery.Sort.NEWEST, 0, 200))
                .items()
                .stream()
                .filter(task -> task.caseId().equals(caseId))
                .toList();
    }

    private List<UUID> listed() {
        return cases.find(CaseQuery.all(0, 200)).items().stream()
                .map(row -> row.id())
                .toList();
    }

    private void assertMissing(String username, Callable<?> work) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> user.runAs(username, work));
    }
}
