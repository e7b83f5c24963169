package rongtong.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rongtong.RongtongTest;
import rongtong.identity.Account;
import rongtong.shared.RuleViolation;

/** The bar of the task page without a browser, on the test process {@code paper-round}. */
@RongtongTest
class TaskBarTest extends DeskPageTest {

    private static final String DRAFTER = "ln-edu.handler";
    private static final String REVIEWER = "ln-edu.leader";

    @Test
    void showsWhatIsNeededEachTimeAndKeepsTheRestInAMenu() throws Exception {
        var caseId = reviewed("看操作栏");

        as(REVIEWER, () -> {
            var view = taskPage(open(caseId));
            var bar = find(MenuBar.class, view).single();

            assertThat(find(Button.class, view).all())
                    .extracting(Button::getText)
                    .contains("提交", "退回");
            assertThat(bar.getItems()).extracting(MenuItem::getText).containsExactly("更多");
            assertThat(bar.getItems().getFirst().getSubMenu().getItems())
                    .extracting(MenuItem::getText)
                    .containsExactly("认领", "委派", "加签", "抄送");
            return null;
        });
    }

    @Test
    void anEmptyReasonOfAReturnIsRefusedAtTheField() throws Exception {
        var caseId = reviewed("空退回");

        as(REVIEWER, () -> {
            var view = taskPage(open(caseId));
            test(button(view, "退回")).click();
            var dialog = find(Dialog.class).single();
            var reason = find(TextArea.class, dialog).single();
            test(button(dialog, "退回")).click();
            assertThat(reason.isInvalid()).isTrue();
            assertThat(reason.getErrorMessage()).isEqualTo("请写明退回的理由。");
            assertThat(step(caseId)).isEqualTo("reviewPaper");

            test(reason).setValue("日期有误");
            test(button(dialog, "退回")).click();
            assertThat(step(caseId)).isEqualTo("draftPaper");
            assertThat(cases.get(caseId).timeline().getLast().values())
                    .containsEntry("verdict", "RETURN")
                    .containsEntry("verdictReason", "日期有误")
                    .doesNotContainKey("__opinion");
            return null;
        });
    }

    @Test
    void aReturnListsDefectsAndRefusesAnUnfinishedOneAtItsField() throws Exception {
        var caseId = reviewed("逐项退回");

        as(REVIEWER, () -> {
            test(button(taskPage(open(caseId)), "退回")).click();
            var dialog = find(Dialog.class).single();
            test(find(TextArea.class, dialog).single()).setValue("请逐项修改");
            test(button(dialog, "添加一项")).click();
            var field = find(TextField.class, dialog).single();
            var reason = find(TextArea.class, dialog).all().getLast();
            test(reason).setValue("日期应为今年");
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> test(button(dialog, "退回")).click());
            assertThat(field.isInvalid()).isTrue();
            assertThat(step(caseId)).isEqualTo("reviewPaper");

            test(field).setValue("正文");
            test(button(dialog, "退回")).click();
            assertThat(step(caseId)).isEqualTo("draftPaper");
            assertThat(cases.get(caseId).timeline().getLast().values())
                    .containsEntry("verdictReason", "请逐项修改")
                    .containsEntry("defects", List.of(Map.of("field", "正文", "reason", "日期应为今年")));
            return null;
        });
    }

    @Test
    void aDelegateWorksOnTheTaskAndItsOwnerFindsTheDraft() throws Exception {
        var caseId = reviewed("委派一件");
        var task = open(caseId);

        as(REVIEWER, () -> {
            var view = taskPage(task);
            new MenuBarTester<>(find(MenuBar.class, view).single()).clickItem("更多", "委派");
            var dialog = find(Dialog.class).single();
            @SuppressWarnings("unchecked")
            ComboBox<String> colleague = find(ComboBox.class, dialog).single();
            colleague.setValue(DRAFTER);
            test(button(dialog, "委派")).click();
            return null;
        });

        assertThat(as(DRAFTER, () -> inbox.open(task)).actions()).containsExactly("complete", "copy");
    }

    @Test
    void copiesGoToWhomeverTheCaseConcerns() throws Exception {
        var task = open(reviewed("抄送一件"));

        as(REVIEWER, () -> {
            new MenuBarTester<>(find(MenuBar.class, taskPage(task)).single()).clickItem("更多", "抄送");
            var dialog = find(Dialog.class).single();
            @SuppressWarnings("unchecked")
            ComboBox<String> reader = find(ComboBox.class, dialog).single();
            var concerned =
                    actions.concerned(task).stream().map(Account::username).toList();
            assertThat(concerned).isNotEmpty();
            assertThat(reader.getListDataView().getItems()).containsExactlyElementsOf(concerned);
            reader.setValue(DRAFTER);
            test(button(dialog, "抄送")).click();
            assertThat(dialog.isOpened()).isFalse();
            return null;
        });
    }

    @Test
    void theHolderSeesWhoIsAskedAndWaits() throws Exception {
        var caseId = reviewed("加签一件");
        var task = open(caseId);

        as(REVIEWER, () -> {
            var view = taskPage(task);
            new MenuBarTester<>(find(MenuBar.class, view).single()).clickItem("更多", "加签");
            var dialog = find(Dialog.class).single();
            test(button(dialog, "加签")).click();
            @SuppressWarnings("unchecked")
            MultiSelectComboBox<String> people =
                    find(MultiSelectComboBox.class, dialog).single();
            assertThat(people.getErrorMessage()).isEqualTo("请选择加签人。");
            people.setValue(Set.of(DRAFTER));
            test(button(dialog, "加签")).click();

            assertThat(text(view)).contains("前加签 · 尚未表明意见");
            assertThat(button(view, "提交").isEnabled()).isFalse();
            test(button(view, "减签")).click();
            assertThat(button(view, "提交").isEnabled()).isTrue();
            return null;
        });
    }

    @Test
    void whoHasCompletedAStepTakesItBackOnItsPage() throws Exception {
        var caseId = started("页面撤回");
        var first = open(caseId);

        as(DRAFTER, () -> {
            actions.complete(first, Map.of("text", "正文"), "", List.of());
            test(button(taskPage(first), "撤回办理")).click();

            assertThat(step(caseId)).isEqualTo("draftPaper");
            return null;
        });
    }

    @Test
    void theStarterUrgesOnThePageOfTheCaseOnce() throws Exception {
        var caseId = reviewed("页面催办");

        as(DRAFTER, () -> {
            var view = casePage(caseId);
            test(button(view, "催办")).click();

            assertThat(cases.get(caseId).timeline().getLast().action()).isEqualTo("urged");
            assertThat(find(Button.class, view).withText("催办").exists()).isFalse();
            return null;
        });
    }

    private UUID started(String title) throws Exception {
        return as(DRAFTER, () -> cases.start("paper-round", Map.of("title", title)))
                .caseId();
    }

    /** A case whose first step is done. */
    private UUID reviewed(String title) throws Exception {
        var caseId = started(title);
        as(DRAFTER, () -> actions.complete(open(caseId), Map.of("text", "正文"), "", List.of()));
        return caseId;
    }

    private String open(UUID caseId) throws Exception {
        return as(DRAFTER, () -> cases.get(caseId).current().getFirst().task());
    }

    private String step(UUID caseId) {
        return cases.get(caseId).current().getFirst().step();
    }
}
