package rongtong.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rongtong.RongtongTest;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;

/** The pages of reviewer and applicant without a browser, on the test process {@code correction-trial}. */
@RongtongTest
class CorrectionPagesTest extends DeskPageTest {

    private static final String SCHOOL = "school-4121010142";
    private static final String ORGAN = "ln-edu.handler";

    @Test
    void aFlagAtAFieldPutsItOnTheListOfDefects() throws Exception {
        var task = taskOf(started("标记问题"), ORGAN);

        as(ORGAN, () -> {
            var page = taskPage(task.id());
            var flag = find(Button.class, page)
                    .withAttribute("aria-label", "标记问题：投资总额（万元）")
                    .single();
            flag.click();
            var dialog = find(Dialog.class).single();
            find(Button.class, dialog).withText("金额计算有误，请核对后更正。").single().click();
            find(Button.class, dialog).withText("列入补正内容").single().click();

            assertThat(flag.hasClassName("flag-raised")).isTrue();
            assertThat(find(TextArea.class, page).all().stream().map(TextArea::getValue))
                    .contains("金额计算有误，请核对后更正。");
            return null;
        });
    }

    @Test
    void theDialogOfAReturnTakesUpWhatIsFlaggedAndForgetsWhatIsTakenOffTheList() throws Exception {
        var caseId = started("退回补正");

        as(ORGAN, () -> {
            var page = taskPage(taskOf(caseId, ORGAN).id());
            flag(page, "投资总额（万元）", "与论证报告不一致");
            flag(page, "建设目的", "请写明专业");
            test(button(page, "退回")).click();
            var dialog = find(Dialog.class).single();
            test(find(TextArea.class, dialog).all().getFirst()).setValue("请一次补正");
            assertThat(find(TextArea.class, dialog).all())
                    .extracting(TextArea::getValue)
                    .containsExactly("请一次补正", "与论证报告不一致", "请写明专业");
            test(find(Button.class, dialog)
                            .withAttribute("aria-label", "删除第 2 项")
                            .single())
                    .click();
            test(find(ConfirmDialog.class).single()).confirm();
            test(button(dialog, "退回")).click();
            return null;
        });

        as(SCHOOL, () -> {
            assertThat(taskOf(caseId, SCHOOL).step()).isEqualTo("correctApplication");
            assertThat(text(taskPage(taskOf(caseId, SCHOOL).id())))
                    .contains("与论证报告不一致")
                    .doesNotContain("请写明专业");
            return null;
        });
    }

    @Test
    void aFlagWithoutAReasonIsNotRaised() throws Exception {
        var task = taskOf(started("没有理由"), ORGAN);

        as(ORGAN, () -> {
            var page = taskPage(task.id());
            var flag = find(Button.class, page)
                    .withAttribute("aria-label", "标记问题：建设目的")
                    .single();
            flag.click();
            var dialog = find(Dialog.class).single();
            find(Button.class, dialog).withText("列入补正内容").single().click();

            assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
            assertThat(flag.hasClassName("flag-raised")).isFalse();
            return null;
        });
    }

    @Test
    void theApplicantSeesEachDefectInTheListAndAtItsField() throws Exception {
        var caseId = started("逐项补正");
        correct(caseId);

        as(SCHOOL, () -> {
            var page = taskPage(taskOf(caseId, SCHOOL).id());

            assertThat(text(page)).contains("需要补正的内容", "投资总额（万元）", "资产清单第 1 行 · 评估值（万元）");
            assertThat(text(page).split("与论证报告不一致", -1)).hasSize(4);
            assertThat(find(Button.class, page).withText("前往修改").all()).hasSize(2);
            return null;
        });
    }

    @Test
    void theReviewerSeesOldBesideNew() throws Exception {
        var caseId = started("新旧对照");
        correct(caseId);
        var correction = as(SCHOOL, () -> taskOf(caseId, SCHOOL));
        as(
                SCHOOL,
                () -> actions.complete(
                        correction.id(), Map.of("amount", 87, "correctionNote", "评估值经核对无误"), "", List.of()));

        as(ORGAN, () -> {
            assertThat(text(taskPage(taskOf(caseId, ORGAN).id()))).contains("申请人改动了 1 处", "补正前", "100", "87");
            assertThat(text(casePage(caseId))).contains("一次性告知补正", "第 1 次告知", "已补正，待核对", "87");
            return null;
        });
    }

    @Test
    void aCaseWithoutDefectsSaysNothingOfThem() throws Exception {
        var caseId = started("没有问题");

        as(ORGAN, () -> {
            assertThat(text(casePage(caseId))).doesNotContain("一次性告知补正");
            return null;
        });
    }

    private void flag(TaskDetailView page, String place, String reason) {
        find(Button.class, page)
                .withAttribute("aria-label", "标记问题：" + place)
                .single()
                .click();
        var dialog = find(Dialog.class).single();
        test(find(TextArea.class, dialog).single()).setValue(reason);
        test(button(dialog, "列入补正内容")).click();
    }

    private void correct(UUID caseId) throws Exception {
        var check = as(ORGAN, () -> taskOf(caseId, ORGAN));
        as(
                ORGAN,
                () -> actions.complete(
                        check.id(),
                        Map.of(
                                "decision",
                                "CORRECT",
                                "defects",
                                List.of(
                                        Map.of("field", "amount", "reason", "与论证报告不一致"),
                                        Map.of("field", "assets[0].value", "reason", "缺评估报告"))),
                        "",
                        List.of()));
    }

    private UUID started(String title) throws Exception {
        return as(
                SCHOOL,
                () -> cases.start(
                                "correction-trial",
                                Map.of(
                                        "title",
                                        title,
                                        "kind",
                                        "OWN",
                                        "amount",
                                        100,
                                        "purpose",
                                        "教学",
                                        "assets",
                                        List.of(Map.of("name", "机床", "value", 10))))
                        .caseId());
    }

    private TaskRow taskOf(UUID caseId, String username) throws Exception {
        return as(
                username,
                () -> inbox
                        .find(new TaskQuery(
                                TaskQuery.View.TODO, "correction-trial", null, false, TaskQuery.Sort.NEWEST, 0, 200))
                        .items()
                        .stream()
                        .filter(task -> task.caseId().equals(caseId))
                        .findFirst()
                        .orElseThrow());
    }
}
