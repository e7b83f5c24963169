package rongtong.document.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;
import rongtong.shared.Texts;

/** What an administrator may make of the wording of documents. */
@RongtongTest
@Transactional
class OfficialTemplatesTest {

    @Autowired
    OfficialTemplates templates;

    @Autowired
    OfficialRecords records;

    @Autowired
    CurrentUser user;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    static List<String> kinds() {
        return OfficialKind.all().stream().map(OfficialKind::key).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDefaultsPassTheirOwnCheckAndReadWellWithoutFacts(String kind) {
        var template = TemplateText.checked(OfficialKind.of(kind), OfficialTemplates.defaultText(kind));

        assertThat(template.fill(Map.of()).title()).isNotBlank();
        assertThat(template.fill(TemplateText.sample(template.kind())).body()).doesNotContain("{{");
        assertThat(jdbc.sql("select count(*) from document.official_template where kind = :kind")
                        .param("kind", kind)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void versionsAreKeptAndTheDefaultComesBack() throws Exception {
        var first = asAdmin(() -> templates.save("approval", "<h1>批复一</h1><p>{{subject}}</p>", 0));
        var second = asAdmin(() -> templates.save("approval", "<h1>批复二</h1><p>此复。</p>", first.version()));
        assertThat(templates.current("approval").text()).contains("批复二");

        var reset = asAdmin(() -> templates.reset("approval", second.version()));

        assertThat(reset.isDefault()).isTrue();
        assertThat(reset.text()).isEqualTo(OfficialTemplates.defaultText("approval"));
        assertThat(templates.versions("approval"))
                .extracting(OfficialTemplates.Version::version)
                .containsExactly(3, 2, 1, 0);
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where action = 'DOCUMENT-TEMPLATE.CHANGED' and actor = 'admin'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void theSecondOfTwoAdministratorsIsToldWhoWasFirst() throws Exception {
        asAdmin(() -> templates.save("approval", "<h1>批复</h1><p>此复。</p>", 0));

        assertThatExceptionOfType(SomebodyWasFirst.class)
                .isThrownBy(() -> asAdmin(() -> templates.save("approval", "<h1>另一</h1><p>此复。</p>", 0)));
    }

    @Test
    void onlyAdministratorsChangeThem() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        user.runAs("ln-edu.leader", () -> templates.save("approval", "<h1>批复</h1><p>此复。</p>", 0)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> user.runAs("ln-edu.leader", () -> records.sample("approval", "<h1>批复</h1>")));
    }

    @Test
    void versionsNeverChange() throws Exception {
        asAdmin(() -> templates.save("approval", "<h1>批复</h1><p>此复。</p>", 0));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update document.official_template set text = 'x'")
                        .update());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>{{subjekt}}</p>|第 2 行",
                "<p>{{reasons}}</p>|第 2 行",
                "<p>{{> official-style}}</p>|第 2 行",
                "<p>{{> ../../etc/passwd}}</p>|第 2 行",
                "<p>{{{subject}}}</p>|第 2 行",
                "<p>{{&subject}}</p>|第 2 行",
                "<p>{{=<% %>=}}</p>|第 2 行",
                "<p>{{class.name}}</p>|第 2 行",
                "<p>{{subject</p>|第 2 行",
                "<script>alert(1)</script>|第 2 行",
                "<p onclick='x()'>a</p>|第 2 行",
                "<img src='file:///etc/passwd'/>|第 2 行",
                "<p style='background: url(http://a)'>a</p>|第 2 行",
                "<a href='javascript:x'>a</a>|第 2 行",
                "<link rel='stylesheet' href='http://a'/>|第 2 行",
                "<svg/>|第 2 行",
                "<!-- a -->|第 2 行",
                "<?xml-stylesheet href='a'?>|第 2 行",
                "<p>a<p>|第",
                "<p>&xxe;</p>|第",
                "<p>{{#conditions}}</p>{{/conditions}}|交叉",
                "{{#conditions}}<p>a</p>|没有结束标记",
                "<p>a</p>{{/conditions}}|第 2 行",
                "{{#conditions}}{{#conditions}}<p>{{text}}</p>{{/conditions}}{{/conditions}}|第 2 行"
            })
    void whatCouldRunFetchOrSpoilTheLayoutIsRefusedAtItsLine(String line, String place) {
        assertThatExceptionOfType(RuleViolation.class)
                .as(line)
                .isThrownBy(() -> asAdmin(() -> templates.save("approval", "<h1>批复</h1>\n" + line, 0)))
                .satisfies(no -> {
                    assertThat(texts.in(Locale.SIMPLIFIED_CHINESE, no.explanation()))
                            .contains(place);
                    assertThat(no.fields())
                            .extracting(RuleViolation.FieldError::field)
                            .containsExactly("text");
                });
        assertThat(templates.current("approval").version()).isZero();
    }

    @Test
    void aTemplateNeedsATitle() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> asAdmin(() -> templates.save("approval", "<p>此复。</p>", 0)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> asAdmin(() -> templates.save("approval", "<h1>{{validity}}</h1><p>此复。</p>", 0)));
    }

    @Test
    void factsAreTextAndNothingElse() {
        var template =
                TemplateText.checked(OfficialKind.of("approval"), "<h1>关于{{subject}}</h1><p>{{decisionText}}</p>");

        var filled = template.fill(Map.of("subject", "A<b>&", "decisionText", "<script>{{organ}}</script>"));

        assertThat(filled.title()).isEqualTo("关于A<b>&");
        assertThat(filled.body()).isEqualTo("<p>&lt;script&gt;{{organ}}&lt;/script&gt;</p>");
    }

    private <T> T asAdmin(Callable<T> work) throws Exception {
        return user.runAs("admin", work);
    }
}
