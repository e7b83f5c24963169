package rongtong.form.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.upload.Upload;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import rongtong.form.Choice;
import rongtong.form.FileStore;
import rongtong.form.Form;
import rongtong.form.FormModel;
import rongtong.form.LookupSource;
import rongtong.form.References;
import rongtong.shared.Message;
import rongtong.shared.Page;

@ViewPackages(classes = FormView.class)
class FormViewTest extends BrowserlessTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-08T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @Test
    void aTextFieldCarriesItsAnswerAndSaysWhatIsMissingOnlyAfterItWasLeft() {
        var view = open("""
                {"type":"textfield","id":"N","key":"name","label":"名称","description":"单位全称",
                 "validate":{"required":true,"maxLength":5}}""");
        var box = find(view, TextField.class);
        assertThat(box.getLabel()).isEqualTo("名称");
        assertThat(box.getHelperText()).isEqualTo("单位全称");
        assertThat(box.isRequiredIndicatorVisible()).isTrue();
        assertThat(box.isInvalid()).isFalse();

        assertThat(view.validate()).isFalse();
        assertThat(box.getErrorMessage()).isEqualTo("请填写名称");

        box.setValue("沈阳鼓风机集团");
        assertThat(box.getErrorMessage()).isEqualTo("名称最多 5 个字");
        box.setValue("沈鼓集团");
        assertThat(box.isInvalid()).isFalse();
        assertThat(view.submitData()).isEqualTo(Map.of("name", "沈鼓集团"));
        assertThat(view.isDirty()).isTrue();
    }

    @Test
    void aTextAreaCountsItsCharacters() {
        var view = open(
                "{\"type\":\"textarea\",\"id\":\"O\",\"key\":\"opinion\",\"label\":\"意见\",\"validate\":{\"maxLength\":200}}");
        var box = find(view, TextArea.class);
        box.setValue("同意");
        assertThat(box.getHelperText()).isEqualTo("已填 2 / 200 字");
        assertThat(view.values()).isEqualTo(Map.of("opinion", "同意"));
    }

    @Test
    void aNumberIsKeptAsNumberAndBounded() {
        var view = open("""
                {"type":"number","id":"Q","key":"quota","label":"人数","decimalDigits":0,
                 "appearance":{"suffixAdorner":"人"},"validate":{"min":1,"max":100}}""");
        var box = find(view, TextField.class);
        box.setValue("250");
        assertThat(view.validate()).isFalse();
        assertThat(box.getErrorMessage()).isEqualTo("人数不能大于 100");
        box.setValue("2.5");
        assertThat(box.getErrorMessage()).isEqualTo("人数应为整数");
        box.setValue("25");
        assertThat(view.submitData()).isEqualTo(Map.of("quota", 25));
    }

    @Test
    void fieldsAppearAndVanishWithTheAnswersTheyDependOn() {
        var view = open("""
                {"type":"checkbox","id":"H","key":"other","label":"另有情况"},
                {"type":"textarea","id":"T","key":"text","label":"说明","conditional":{"hide":"=not(other)"},
                 "validate":{"required":true}}""");
        var box = all(view, TextArea.class).getFirst();
        assertThat(box.isVisible() && isShown(box)).isFalse();
        assertThat(view.validate()).isTrue();

        find(view, Checkbox.class).setValue(true);
        assertThat(isShown(box)).isTrue();
        assertThat(view.validate()).isFalse();
    }

    @Test
    void choicesOfAllKindsKeepTheirValues() {
        var options = "\"values\":[{\"label\":\"甲\",\"value\":\"a\"},{\"label\":\"乙\",\"value\":\"b\"}]";
        var view = open("{\"type\":\"radio\",\"id\":\"R\",\"key\":\"r\"," + options + "},"
                + "{\"type\":\"select\",\"id\":\"S\",\"key\":\"s\"," + options + "},"
                + "{\"type\":\"checklist\",\"id\":\"C\",\"key\":\"c\"," + options + "},"
                + "{\"type\":\"taglist\",\"id\":\"T\",\"key\":\"t\"," + options + "}");
        this.<RadioButtonGroup<Object>>any(view, RadioButtonGroup.class).setValue("b");
        ComboBox<Object> select = any(view, ComboBox.class);
        select.setValue("a");
        assertThat(select.getItemLabelGenerator().apply("a")).isEqualTo("甲");
        this.<CheckboxGroup<Object>>any(view, CheckboxGroup.class).setValue(Set.of("b", "a"));
        this.<MultiSelectComboBox<Object>>any(view, MultiSelectComboBox.class).setValue(Set.of("b"));

        assertThat(view.submitData()).isEqualTo(Map.of("r", "b", "s", "a", "c", List.of("a", "b"), "t", List.of("b")));
    }

    @Test
    void aPickerOffersRecordsPageByPageAndShowsTheirNames() {
        var view = open("""
                {"type":"select","id":"S","key":"school","label":"学校","properties":{"lookup":"/organizations?kind=SCHOOL"}}""", Map.of("school", "school-1"));
        ComboBox<Object> box = any(view, ComboBox.class);
        assertThat(box.getValue()).isEqualTo("school-1");
        assertThat(box.getItemLabelGenerator().apply("school-1")).isEqualTo("学校 1");
        var found = box.getLazyDataView().getItems().limit(3).toList();
        assertThat(found).startsWith("school-0", "school-1");

        box.setValue("school-2");
        assertThat(view.submit().values()).isEqualTo(Map.of("school", "school-2"));
        view.model().set("school", "ent-9");
        assertThat(view.submit().violations().get("school").getFirst().code()).isEqualTo("unknownRecord");
    }

    @Test
    void datesAndTimesAreWrittenAsTheFormSays() {
        var view = open("""
                {"type":"datetime","id":"D","key":"d","subtype":"date","dateLabel":"日期","disallowPassedDates":true},
                {"type":"datetime","id":"T","key":"t","subtype":"time","timeLabel":"时间","timeInterval":5,
                 "timeSerializingFormat":"no_timezone"},
                {"type":"datetime","id":"B","key":"b","subtype":"datetime","dateLabel":"开会","timeInterval":1,
                 "timeSerializingFormat":"utc_offset"}""");
        var date = find(view, DatePicker.class);
        assertThat(date.getLabel()).isEqualTo("日期");
        assertThat(date.getMin()).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(date.getI18n().getMonthNames()).startsWith("1月").hasSize(12);
        date.setValue(LocalDate.of(2026, 10, 9));
        find(view, TimePicker.class).setValue(LocalTime.of(9, 35));
        find(view, DateTimePicker.class).setValue(LocalDateTime.of(2026, 10, 9, 14, 7));

        assertThat(view.submitData()).isEqualTo(Map.of("d", "2026-10-09", "t", "09:35", "b", "2026-10-09T14:07+08:00"));
    }

    @Test
    void aListGrowsAndShrinksAndAsksBeforeItLosesAnything() {
        var view = open("""
                {"type":"dynamiclist","id":"L","path":"members","label":"成员","isRepeating":true,"components":[
                  {"type":"textfield","id":"N","key":"name","label":"姓名","validate":{"required":true}}]}""", Map.of("members", List.of(Map.of("name", "甲"), Map.of("name", "乙"))));
        button(view, "添加一项").click();
        assertThat(all(view, TextField.class)).hasSize(3);
        all(view, TextField.class).getLast().setValue("丙");

        removers(view).getFirst().click();
        var question = UI.getCurrent()
                .getChildren()
                .filter(ConfirmDialog.class::isInstance)
                .findFirst();
        var dialog = question.map(ConfirmDialog.class::cast)
                .orElseGet(() -> $(ConfirmDialog.class).first());
        assertThat(dialog.isOpened()).isTrue();
        assertThat(view.model().size(view.model().find("members").orElseThrow()))
                .isEqualTo(3);

        test(dialog).confirm();
        assertThat(all(view, TextField.class)).extracting(TextField::getValue).containsExactly("乙", "丙");
        assertThat(view.submitData()).isEqualTo(Map.of("members", List.of(Map.of("name", "乙"), Map.of("name", "丙"))));
    }

    @Test
    void aLongListIsShownPageByPageAndTurnedToWhatIsWrong() {
        var rows = Stream.iterate(1, each -> each + 1)
                .limit(70)
                .map(each -> Map.<String, Object>of("name", each == 65 ? "" : "第" + each + "项"))
                .toList();
        var view = open("""
                {"type":"dynamiclist","id":"L","path":"rows","label":"申报","isRepeating":true,"components":[
                  {"type":"textfield","id":"N","key":"name","label":"名称","validate":{"required":true}}]}""", Map.of("rows", rows));
        assertThat(all(view, TextField.class))
                .extracting(TextField::getValue)
                .hasSize(30)
                .startsWith("第1项");

        labelled(view, "下一页").click();
        assertThat(all(view, TextField.class))
                .extracting(TextField::getValue)
                .hasSize(30)
                .startsWith("第31项");
        all(view, TextField.class).getFirst().setValue("改过");

        assertThat(view.validate()).isFalse();
        assertThat(all(view, TextField.class)).hasSize(10);
        var wrong = all(view, TextField.class).get(4);
        assertThat(wrong.getErrorMessage()).isEqualTo("请填写名称");
        wrong.setValue("补上");
        assertThat(view.validate()).isTrue();
        assertThat(view.submitData().get("rows").toString()).contains("第1项", "改过", "补上", "第70项");

        button(view, "添加一项").click();
        assertThat(all(view, TextField.class)).hasSize(11);
        labelled(view, "上一页").click();
        assertThat(all(view, TextField.class).getFirst().getValue()).isEqualTo("改过");
    }

    @Test
    void aTableShowsItsRowsPageByPage() {
        var rows = Stream.iterate(1, each -> each + 1)
                .limit(12)
                .map(each -> Map.<String, Object>of("name", "行" + each, "number", each))
                .toList();
        var view = open("""
                {"type":"table","id":"T","label":"对照","dataSource":"=rows","rowCount":10,
                 "columns":[{"key":"name","label":"名称"},{"key":"number","label":"数量"}]}""", Map.of("rows", rows));
        assertThat(find(view, NativeTable.class).getBody().getRowCount()).isEqualTo(10);
        all(view, Button.class).getLast().click();
        assertThat(find(view, NativeTable.class).getBody().getRowCount()).isEqualTo(2);
    }

    @Test
    void amountsHaveSeparatorsOfThousandsWhereTheyAreReadAndYearsHaveNone() {
        var view = open(
                """
                {"type":"table","id":"T","label":"对照","dataSource":"=rows",
                 "columns":[{"key":"name","label":"名称"},{"key":"number","label":"数量"}]},
                {"type":"number","id":"A","key":"amount","label":"总投资","readonly":true},
                {"type":"number","id":"Y","key":"year","label":"年度","readonly":true,"properties":{"grouping":"none"}},
                {"type":"number","id":"N","key":"number","label":"数量"}""",
                Map.of(
                        "rows",
                        List.of(Map.of("name", "第1234号", "number", 1234567), Map.of("name", "乙", "number", -1200.5)),
                        "amount",
                        20000.25,
                        "year",
                        2026,
                        "number",
                        15000));

        assertThat(texts(view, "td")).containsExactly("第1234号", "1,234,567", "乙", "-1,200.5");
        assertThat(texts(view, "div")).contains("20,000.25", "2026");
        assertThat(all(view, TextField.class)).extracting(TextField::getValue).contains("15000");
    }

    private static List<String> texts(FormView view, String tag) {
        return components(view)
                .filter(each -> each.getElement().getTag().equals(tag))
                .map(each -> each.getElement().getText())
                .toList();
    }

    @Test
    void textInsertsAnswersAndStaysHarmless() {
        var view = open("""
                {"type":"textfield","id":"N","key":"name"},
                {"type":"text","id":"T","text":"**{{name}}** 您好 <script>alert(1)</script>"}""");
        find(view, TextField.class).setValue("沈阳");
        var prose = components(view)
                .filter(each -> each.getElement().getClassList().contains("form-prose"))
                .findFirst()
                .orElseThrow();
        assertThat(prose.getElement().getProperty("innerHTML"))
                .contains("<strong>沈阳</strong> 您好")
                .doesNotContain("script");
    }

    @Test
    void whatToUploadIsNotSaidToWhomeverOnlyReads() {
        var view = open(
                "{\"type\":\"filepicker\",\"id\":\"F\",\"key\":\"files\",\"label\":\"附件\",\"description\":\"可不填。\",\"readonly\":true}");
        var helper = components(view)
                .filter(each -> each.getElement().getClassList().contains("form-files-helper"))
                .findFirst()
                .orElseThrow();
        assertThat(helper.isVisible()).isFalse();
    }

    @Test
    void aFileIsListedByItsNameAndTheUploadIsGoneWhereOneIsEnough() {
        var view = open(
                "{\"type\":\"filepicker\",\"id\":\"F\",\"key\":\"files\",\"label\":\"附件\",\"validate\":{\"required\":true}}",
                Map.of("files", List.of("a-1")));
        assertThat(find(view, Anchor.class).getText()).isEqualTo("文件 a-1");
        assertThat(all(view, Upload.class).getFirst().isVisible()).isFalse();
        removers(view, "移除该文件").getFirst().click();
        assertThat(all(view, Upload.class).getFirst().isVisible()).isTrue();
        assertThat(view.validate()).isFalse();
    }

    @Test
    void aFormToReadShowsAnswersAsText() {
        var form = form(
                "{\"type\":\"textfield\",\"id\":\"N\",\"key\":\"name\",\"label\":\"名称\"},{\"type\":\"checkbox\",\"id\":\"C\",\"key\":\"ok\",\"label\":\"同意\"}");
        var view = view(FormModel.readOnly(form, Map.of("name", "沈阳鼓风机集团", "ok", true)));
        assertThat(components(view).map(each -> each.getElement().getText())).contains("沈阳鼓风机集团", "是");
        assertThat(isShown(all(view, TextField.class).getFirst())).isFalse();
    }

    @Test
    void rowsShareSixteenColumns() {
        var view = open("""
                {"type":"textfield","id":"A","key":"a","layout":{"row":"r1","columns":10}},
                {"type":"textfield","id":"B","key":"b","layout":{"row":"r1"}},
                {"type":"group","id":"G","label":"组","components":[{"type":"textfield","id":"C","key":"c"}]},
                {"type":"separator","id":"X"},{"type":"spacer","id":"Y","height":20},{"type":"button","id":"Z","label":"提交"}""");
        var spans = components(view)
                .map(each -> each.getElement().getStyle().get("--span"))
                .filter(span -> span != null)
                .toList();
        assertThat(spans).startsWith("10", "6").contains("16");
        assertThat(all(view, Button.class)).isEmpty();
    }

    @Test
    void errorsOfTheServerStandAtTheFieldUntilItChanges() {
        var view = open("{\"type\":\"textfield\",\"id\":\"N\",\"key\":\"name\",\"label\":\"名称\"}");
        var calls = new AtomicInteger();
        view.addChangeListener(calls::incrementAndGet);
        view.showErrors(Map.of("name", "该名称已被使用"));
        var box = find(view, TextField.class);
        assertThat(box.getErrorMessage()).isEqualTo("该名称已被使用");
        box.setValue("另一个");
        assertThat(((HasValidation) box).isInvalid()).isFalse();
        assertThat(calls).hasValue(1);
    }

    @Test
    void theSameFormSpeaksEnglish() {
        var form = form("""
                        {"type":"radio","id":"R","key":"r","label":"类别","properties":{"label_en":"Kind"},
                         "values":[{"label":"人才","value":"T","label_en":"Talent"}]}""").in(Locale.ENGLISH);
        var view = view(new FormModel(form, Map.of()));
        RadioButtonGroup<Object> box = any(view, RadioButtonGroup.class);
        assertThat(box.getLabel()).isEqualTo("Kind");
        assertThat(box.getItemLabelGenerator().apply("T")).isEqualTo("Talent");
        assertThat(box.getListDataView().getItems()).containsExactly("T");
    }

    private Button labelled(FormView view, String words) {
        return all(view, Button.class).stream()
                .filter(each -> each.getAriaLabel().filter(words::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private FormView open(String components) {
        return open(components, Map.of());
    }

    private FormView open(String components, Map<String, Object> data) {
        return view(new FormModel(form(components), new LinkedHashMap<>(data)));
    }

    private static Form form(String components) {
        return Form.parse(
                "{\"type\":\"default\",\"id\":\"f\",\"schemaVersion\":18,\"components\":[" + components + "]}");
    }

    private static FormView view(FormModel model) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/form");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        var references = new References(List.of(new Schools()), Optional.of(new Cupboard()));
        var view = new FormView(model, references, message -> say(messages, message), CLOCK);
        UI.getCurrent().add(view);
        return view;
    }

    private static String say(ReloadableResourceBundleMessageSource messages, Message message) {
        var arguments = message.arguments().stream()
                .map(each -> each instanceof Message nested ? say(messages, nested) : each)
                .toArray();
        return messages.getMessage(message.key(), arguments, Locale.SIMPLIFIED_CHINESE);
    }

    private static Stream<Component> components(Component from) {
        return Stream.concat(Stream.of(from), from.getChildren().flatMap(FormViewTest::components));
    }

    private static <T extends Component> List<T> all(Component from, Class<T> type) {
        return components(from).filter(type::isInstance).map(type::cast).toList();
    }

    private static <T extends Component> T find(Component from, Class<T> type) {
        return all(from, type).getFirst();
    }

    @SuppressWarnings("unchecked")
    private <T> T any(Component from, Class<? extends Component> type) {
        return (T) find(from, type);
    }

    private static boolean isShown(Component component) {
        return component.isVisible()
                && component.getParent().map(FormViewTest::isShown).orElse(true);
    }

    private static Button button(Component from, String text) {
        return all(from, Button.class).stream()
                .filter(each -> text.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Button> removers(Component from) {
        return removers(from, "删除第");
    }

    private static List<Button> removers(Component from, String label) {
        return all(from, Button.class).stream()
                .filter(each -> each.getAriaLabel().orElse("").startsWith(label))
                .toList();
    }

    /** Thirty schools. */
    private static final class Schools implements LookupSource {

        @Override
        public boolean serves(String address) {
            return address.startsWith("/organizations");
        }

        @Override
        public Page<Choice> find(String address, String filter, int page, int size) {
            var items = Stream.iterate(0, each -> each + 1)
                    .limit(30)
                    .map(each -> new Choice("school-" + each, "学校 " + each))
                    .filter(each -> each.label().contains(filter))
                    .skip((long) page * size)
                    .limit(size)
                    .toList();
            return new Page<>(items, page, size, 30);
        }

        @Override
        public Optional<String> name(String address, String code) {
            return code.startsWith("school-") ? Optional.of("学校 " + code.substring(7)) : Optional.empty();
        }
    }

    private static final class Cupboard implements FileStore {

        @Override
        public String store(String name, String mediaType, InputStream content) {
            return "a-2";
        }

        @Override
        public Optional<StoredFile> find(String id) {
            return Optional.of(new StoredFile(id, "文件 " + id, "text/plain", 2048, "/files/" + id));
        }
    }
}
