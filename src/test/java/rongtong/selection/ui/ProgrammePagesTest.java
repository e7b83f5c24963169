package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.Accounts;
import rongtong.organization.Organizations;
import rongtong.policy.Clauses;
import rongtong.policy.Rules;
import rongtong.selection.programme.Eligibility;
import rongtong.selection.programme.ProgrammeAccess;
import rongtong.selection.programme.ProgrammeForms;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirements;
import rongtong.selection.round.RoundAccess;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.ui.PageTest;
import rongtong.workflow.Services;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pages of programmes without a browser: what applicants read, what editors write. */
@RongtongTest
@Transactional
class ProgrammePagesTest extends PageTest {

    static final String LEAD = "jl-edu.handler";

    @Autowired
    Programmes programmes;

    @Autowired
    Retirements retirements;

    @Autowired
    ProgrammeAccess access;

    @Autowired
    ProgrammeParts parts;

    @Autowired
    NewProgramme newProgramme;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundAccess roundAccess;

    @Autowired
    Services services;

    @Autowired
    Eligibility eligibility;

    @Autowired
    ProgrammeForms forms;

    @Autowired
    Organizations organizations;

    @Autowired
    Clauses clauses;

    @Autowired
    Rules rules;

    @Autowired
    Accounts accounts;

    @Autowired
    Texts texts;

    @Autowired
    Clock clock;

    @Autowired
    JsonMapper mapper;

    String key;

    @BeforeEach
    void chooseKey() {
        key = "page-" + UUID.randomUUID();
    }

    private ProgrammeListView list() {
        return opened(
                new ProgrammeListView(
                        programmes,
                        retirements,
                        access,
                        parts,
                        rounds,
                        roundAccess,
                        eligibility,
                        services,
                        user,
                        newProgramme,
                        clock),
                "programmes",
                Map.of());
    }

    private ProgrammeDetailView detail(String programme) {
        return opened(
                new ProgrammeDetailView(
                        programmes, retirements, access, parts, rounds, roundAccess, services, accounts, user, clock),
                "programmes/" + programme,
                Map.of("key", programme));
    }

    private ProgrammeEditView edit(String programme) {
        return opened(
                new ProgrammeEditView(
                        programmes, parts, organizations, clauses, rules, eligibility, forms, accounts, texts),
                "programmes/" + programme + "/edit",
                Map.of("key", programme));
    }

    private void draft() {
        var plan =
                (ObjectNode) mapper.valueToTree(programmes.published("jl-223").orElseThrow());
        programmes.create(plan.put("key", key).put("name", "页面方案"));
    }

    private <F extends Component & HasValue<?, ?>> F labelled(Class<F> type, Component view, String label, int index) {
        return find(type, view).all().stream()
                .filter(field -> label.equals(field.getElement().getProperty("label")))
                .skip(index)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label));
    }

    @Test
    @DisplayName("R-GB-03 R-ZJ-10 an applicant reads conditions, weights, defaults and clauses before applying")
    void anApplicantReadsEverythingBeforeApplying() throws Exception {
        as("school-demo-220200-voc", () -> {
            assertThat(text(list())).contains("职业教育产教融合“223”计划", "20个左右").doesNotContain("新建方案", "起草");
            assertThat(text(detail("jl-223")))
                    .contains("吉林省教育厅、吉林省人力资源社会保障厅、吉林省发展改革委")
                    .contains("代表性", "40%", "县级主管部门 → 市（州）政府", "本单位可以申报", "本单位不能申报")
                    .contains("“地区”指市（州）", "实施职业教育产教融合“223”计划");
            return null;
        });
    }

    @Test
    void theEnglishPageHasNoChineseButQuotationsAndNames() throws Exception {
        read(Locale.ENGLISH);
        as("school-demo-220200-voc", () -> {
            var main =
                    text(find(rongtong.ui.Facts.class, detail("jl-223")).all().getLast());
            assertThat(main).contains("Mean", "smaller spread").doesNotContainPattern("\\p{IsHan}");
            assertThat(text(list())).contains("Jilin \"223\" plan", "exactly 2");
            return null;
        });
    }

    @Test
    void onlyLeadDepartmentsFindTheWayToEdit() throws Exception {
        as(LEAD, () -> {
            assertThat(text(list())).contains("新建方案", "起草新版本");
            return null;
        });
        as("jl-iit.handler", () -> {
            assertThat(text(detail("jl-223"))).doesNotContain("起草新版本");
            return null;
        });
        as(LEAD, () -> {
            draft();
            assertThat(text(list())).contains("页面方案");
            return null;
        });
        as("jl-iit.handler", () -> {
            assertThat(text(list())).doesNotContain("页面方案");
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> edit(key));
            return null;
        });
    }

    @Test
    void weightsAreSummedWhileTheyAreTyped() throws Exception {
        as(LEAD, () -> {
            draft();
            var view = edit(key);
            assertThat(text(view)).contains("100 / 100");
            labelled(IntegerField.class, view, "权重", 0).setValue(55);
            assertThat(text(view)).contains("115 / 100");
            return null;
        });
    }

    @Test
    void whatIsWrittenIsSavedAndWhatIsWrongIsSaidAtItsPlace() throws Exception {
        as(LEAD, () -> {
            draft();
            var view = edit(key);
            labelled(TextField.class, view, "名称", 0).setValue("新的名称");
            labelled(IntegerField.class, view, "公示期（工作日）", 0).setValue(7);
            labelled(IntegerField.class, view, "专家人数", 0).setValue(6);
            click(view, "保存草稿");

            var saved = programmes.draft(key).orElseThrow().programme();
            assertThat(saved.name()).isEqualTo("新的名称");
            assertThat(saved.noticeDays()).isEqualTo(7);
            assertThat(text(view)).contains("专家人数应为单数");

            click(view, "发布");
            assertThat(labelled(IntegerField.class, view, "专家人数", 0).isInvalid())
                    .isTrue();
            assertThat(programmes.published(key)).isEmpty();

            labelled(IntegerField.class, view, "专家人数", 0).setValue(7);
            click(view, "保存草稿");
            assertThat(labelled(IntegerField.class, view, "专家人数", 0).isInvalid())
                    .isFalse();
            assertThat(programmes.problems(programmes.draft(key).orElseThrow().programme()))
                    .isEmpty();
            return null;
        });
    }

    /** Showing and reading a programme changes nothing of it: order of clauses, departments, ties. */
    @Test
    void whatIsNotTouchedStaysAsItWas() throws Exception {
        as(LEAD, () -> {
            for (var programme : programmes.published()) {
                var editor = shown(new ProgrammeEditor(
                        programme,
                        new ProgrammeEditor.Sources(organizations, clauses, rules, eligibility, forms, texts),
                        () -> {}));
                assertThat(editor.value()).as(programme.key()).isEqualTo(programme);
            }
            return null;
        });
    }

    @Test
    void theSecondEditorIsToldWhoAndWhenAndLosesNothing() throws Exception {
        as(LEAD, () -> {
            draft();
            return null;
        });
        var view = as(LEAD, () -> edit(key));
        as("jl-drc.handler", () -> {
            var theirs = edit(key);
            labelled(IntegerField.class, theirs, "公示期（工作日）", 0).setValue(6);
            click(theirs, "保存草稿");
            return null;
        });
        as(LEAD, () -> {
            labelled(TextField.class, view, "名称", 0).setValue("我的名称");
            click(view, "保存草稿");
            assertThat(text(view)).contains("发展改革委", "保存了这份草稿", "载入对方的内容");
            assertThat(labelled(TextField.class, view, "名称", 0).getValue()).isEqualTo("我的名称");
            assertThat(programmes.draft(key).orElseThrow().programme().noticeDays())
                    .isEqualTo(6);
            return null;
        });
    }

    @Test
    void publishingAsksFirstAndNamesTheConsequence() throws Exception {
        as(LEAD, () -> {
            draft();
            var view = edit(key);
            click(view, "发布");
            var dialog = find(ConfirmDialog.class).single();
            assertThat(dialog.getElement().getProperty("message")).contains("不能再修改");
            assertThat(programmes.published(key)).isEmpty();
            return null;
        });
    }

    @Test
    void thePreviewIsWhatApplicantsSee() throws Exception {
        as(LEAD, () -> {
            draft();
            var view = edit(key);
            labelled(TextField.class, view, "名称", 0).setValue("预览的名称");
            click(view, "预览");
            assertThat(text(find(Dialog.class).single())).contains("预览的名称", "查看申报表", "40%");
            return null;
        });
    }

    @Test
    void twoVersionsAreCompared() throws Exception {
        as(LEAD, () -> {
            var before = programmes.published("jl-223").orElseThrow();
            var draft = programmes.revise("jl-223");
            var changed = (ObjectNode) mapper.valueToTree(draft.programme());
            changed.put("noticeDays", 7);
            ((ObjectNode) changed.at("/tracks/0/criteria/0")).put("weight", 35);
            ((ObjectNode) changed.at("/tracks/0/criteria/1")).put("weight", 35);
            var after = programmes
                    .save("jl-223", draft.programme().version(), draft.revision(), changed)
                    .programme();

            assertThat(text(parts.differences(before, after)))
                    .contains("公示期（工作日）", "试点地区 › 代表性 › 权重", "40%", "35%")
                    .doesNotContain("职业学校（职教集团） ›", "简介");
            assertThat(text(parts.differences(before, before))).contains("没有不同");
            return null;
        });
    }

    @Test
    void theLeadRetiresAProgrammeWithAReasonAndBringsItBack() throws Exception {
        as(LEAD, () -> {
            draft();
            programmes.publish(key, 1, 0);
            var view = detail(key);
            assertThat(text(view)).contains("发起一轮");
            assertThat(button(view, "停用").isDisableOnClick())
                    .as("no second dialog by a double click")
                    .isTrue();
            click(view, "停用");
            assertThat(button(view, "停用").isEnabled()).isTrue();
            var dialog = find(Dialog.class).single();
            assertThat(text(dialog)).contains("不能再开展新的一轮", "以后可以恢复使用");
            find(TextArea.class, dialog).single().setValue("政策已经到期");
            find(Button.class, dialog).withText("停用").single().click();

            assertThat(retirements.of(key).orElseThrow().by()).isEqualTo(LEAD);
            var retired = detail(key);
            assertThat(text(retired)).contains("已停用", "理由：政策已经到期", "恢复使用").doesNotContain("发起一轮");
            assertThat(text(list())).contains("理由：政策已经到期");

            click(retired, "恢复使用");
            assertThat(retirements.of(key)).isEmpty();
            assertThat(text(detail(key))).contains("发起一轮").doesNotContain("已停用");
            return null;
        });
    }

    @Test
    void aRetiredProgrammeIsReadByApplicantsWhoCannotChangeThat() throws Exception {
        as(LEAD, () -> {
            draft();
            programmes.publish(key, 1, 0);
            return retirements.retire(key, "政策已经到期");
        });
        as("school-demo-220200-voc", () -> {
            assertThat(text(detail(key))).contains("已停用", "政策已经到期", "40%").doesNotContain("恢复使用");
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> retirements.restore(key));
            return null;
        });
    }

    @Test
    void everyTableAndFormHasAName() {
        for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            read(language);
            assertThat(eligibility.tables())
                    .hasSizeGreaterThan(8)
                    .allSatisfy(
                            id -> assertThat(texts.of("selection.table." + id)).isNotBlank());
            assertThat(forms.ids())
                    .hasSizeGreaterThan(8)
                    .allSatisfy(
                            id -> assertThat(texts.of("selection.form." + id)).isNotBlank());
        }
    }

    private void click(Component view, String words) {
        find(Button.class, view).withText(words).single().click();
    }
}
