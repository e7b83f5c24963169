package rongtong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rongtong.shared.Page;
import rongtong.shared.RuleViolation;

/** What the model adds to form-js: filling in from outside, pickers of records, drafts, English. */
class FormModelTest {

    private static final String MEMBERS = """
            {"type":"dynamiclist","id":"L","path":"members","components":[
              {"type":"textfield","id":"N","key":"name","validate":{"required":true}}]}""";

    @Test
    void whatIsSentChangesOnlyWhatAPersonCouldChange() {
        var form = form("""
                {"type":"textfield","id":"A","key":"name"},
                {"type":"textfield","id":"B","key":"fixed","readonly":true},
                {"type":"textfield","id":"C","key":"off","disabled":true},
                {"type":"textfield","id":"D","key":"hidden","conditional":{"hide":"=name = \\"x\\""}}""");
        var known = Map.of("name", "a", "fixed", "b", "off", "c", "hidden", "d", "secret", "e");
        var sent = Map.of("name", "x", "fixed", "!", "off", "!", "hidden", "!", "secret", "!");

        var model = new FormModel(form, known).fill(sent);

        assertThat(model.submit().values()).isEqualTo(Map.of("name", "x", "fixed", "b"));
        assertThat(model.value("secret")).isEqualTo("e");
        assertThat(model.value("off")).isEqualTo("c");
    }

    @Test
    void whatIsSentMayOpenFieldsThatItThenAnswers() {
        var form = form("""
                {"type":"textfield","id":"D","key":"why","validate":{"required":true},"conditional":{"hide":"=not(other)"}},
                {"type":"checkbox","id":"H","key":"other"}""");
        var submission = new FormModel(form, Map.of())
                .fill(Map.of("other", true, "why", "另有情况"))
                .submit();
        assertThat(submission.isValid()).isTrue();
        assertThat(submission.values()).isEqualTo(Map.of("other", true, "why", "另有情况"));
    }

    @Test
    void aNullEmptiesAFieldAndAMissingKeyLeavesIt() {
        var form = form(
                "{\"type\":\"number\",\"id\":\"A\",\"key\":\"a\",\"defaultValue\":5},{\"type\":\"number\",\"id\":\"B\",\"key\":\"b\",\"defaultValue\":6}");
        var sent = new HashMap<String, Object>();
        sent.put("a", null);
        var values = new FormModel(form, Map.of()).fill(sent).submit().values();
        assertThat(values).containsEntry("a", null).containsEntry("b", 6);
    }

    @Test
    void aListGrowsAndShrinksWithWhatIsSent() {
        var known = Map.of("members", List.of(Map.of("name", "甲"), Map.of("name", "乙"), Map.of("name", "丙")));
        var one = Map.of("members", List.of(Map.of("name", "丁")));
        assertThat(new FormModel(form(MEMBERS), known).fill(one).submit().values())
                .isEqualTo(one);
        assertThat(new FormModel(form(MEMBERS), one).fill(known).submit().values())
                .isEqualTo(known);

        var fixed = form(MEMBERS.replace("\"path\"", "\"allowAddRemove\":false,\"path\""));
        assertThat(new FormModel(fixed, one).fill(known).submit().values())
                .isEqualTo(Map.of("members", List.of(Map.of("name", "甲"))));
    }

    @Test
    void errorsMoveWithTheElementsOfAList() {
        var model = new FormModel(
                form(MEMBERS),
                Map.of("members", List.of(Map.of("name", "甲"), Map.of("name", ""), Map.of("name", "丙"))));
        assertThat(model.validate()).containsOnlyKeys("members[1].name");
        model.remove(model.find("members").orElseThrow(), 0);
        assertThat(model.shownViolations()).containsOnlyKeys("members[0].name");
    }

    @Test
    void aDraftKeepsAnswersAndNoVariables() {
        var model = new FormModel(
                form(MEMBERS + ",{\"type\":\"textfield\",\"id\":\"T\",\"key\":\"a.b\"}"), Map.of("quota", 3));
        model.set("a.b", "x");
        assertThat(model.answers()).containsOnlyKeys("members", "a");
        assertThat(new FormModel(model.form(), Map.of()).fill(model.answers()).value("a.b"))
                .isEqualTo("x");
    }

    @Test
    void onlyRecordsThatAreOfferedAreAccepted() {
        var form = form("""
                {"type":"select","id":"S","key":"school","label":"学校","properties":{"lookup":"/organizations?region={{region}}"}},
                {"type":"taglist","id":"T","key":"more","properties":{"lookup":"/organizations?region={{region}}"}}""");
        var references = new References(List.of(new Schools()), Optional.empty());
        var good = new FormModel(form, Map.of("region", "21"))
                .fill(Map.of("school", "21-1", "more", List.of("21-2", "21-3")));
        assertThat(references.submit(good).isValid()).isTrue();

        var bad = new FormModel(form, Map.of("region", "21"))
                .fill(Map.of("school", "22-1", "more", List.of("21-2", "9")));
        assertThat(references.submit(bad).violations()).containsOnlyKeys("school", "more");
        assertThatThrownBy(() -> references.submit(bad).refuseIfInvalid()).isInstanceOf(RuleViolation.class);
    }

    @Test
    void aFormIsReadInEnglishWhereItHasTheWords() {
        var form = form("""
                        {"type":"group","id":"G","label":"组","properties":{"label_en":"Group"},"components":[
                          {"type":"datetime","id":"D","key":"d","dateLabel":"日期","properties":{"label_en":"Day"}},
                          {"type":"textfield","id":"N","key":"n","label":"名称","validate":{"required":true}}]},
                        {"type":"table","id":"T","columns":[{"key":"a","label":"甲"},{"key":"b","label":"乙"}],
                         "properties":{"columns_en":"First|Second"}}""").in(Locale.ENGLISH);
        var model = new FormModel(form, Map.of());
        assertThat(model.visible()).extracting(model::label).containsExactly("Group", "Day", "名称", "");
        var table = model.visible().getLast();
        assertThat(model.columns(table)).extracting(FormModel.Column::title).containsExactly("First", "Second");
    }

    @Test
    void theCustomPropertiesOfAFieldAreReadable() {
        var field = form("""
                        {"type":"select","id":"S","key":"s","properties":{"lookup":"/majors","processVariable":"true"}}""").field("S").orElseThrow();
        assertThat(field.lookup()).contains("/majors");
        assertThat(field.processVariable()).isTrue();
    }

    private static Form form(String components) {
        return Form.parse(
                "{\"type\":\"default\",\"id\":\"f\",\"schemaVersion\":18,\"components\":[" + components + "]}");
    }

    private static final class Schools implements LookupSource {

        @Override
        public boolean serves(String address) {
            return address.startsWith("/organizations");
        }

        @Override
        public Page<Choice> find(String address, String filter, int page, int size) {
            return new Page<>(List.of(), page, size, 0);
        }

        @Override
        public Optional<String> name(String address, String code) {
            return code.startsWith(address.substring(address.indexOf('=') + 1) + "-")
                    ? Optional.of(code)
                    : Optional.empty();
        }
    }
}
