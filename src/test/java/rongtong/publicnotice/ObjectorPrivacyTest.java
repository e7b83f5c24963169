package rongtong.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.document.Papers;

/** Who objects is known to the publishing organ alone: name and contact are in no other answer, table or log. */
@RongtongTest
@ExtendWith(OutputCaptureExtension.class)
class ObjectorPrivacyTest {

    static final String NAME = "司马求是";
    static final String CONTACT = "13887654321";

    /** A name of a file that tells who objects. */
    static final String PROOF = "求是先生的证明.pdf";

    @Autowired
    NoticeJourney journey;

    @Autowired
    Objections objections;

    @Autowired
    PublicNotices notices;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void monday() {
        time.setTo("2026-11-23T10:00:00");
    }

    @Test
    void theOrganSeesWhoObjectsInItsTasksAndNobodyElseDoesAnywhere(CapturedOutput log) throws Exception {
        var notice = journey.published("保密的公示");
        var filed = file(notice);
        objections.addEvidence(filed.link(), PROOF, new ByteArrayInputStream(Papers.PDF), NoticeJourney.somewhere());
        var caseId = journey.caseOf(filed);
        var task = journey.openTask(caseId);

        assertThat(body("/api/v1/tasks/" + task, NoticeJourney.HANDLER)).contains(NAME, CONTACT);
        assertThatNobodyElseReads(notice, caseId.toString(), task);
        journey.investigate(filed);
        journey.propose(filed);
        assertThat(body("/api/v1/tasks/" + journey.openTask(caseId), NoticeJourney.LEADER))
                .contains(NAME, CONTACT);
        journey.decide(filed, "UPHELD");

        assertThatNobodyElseReads(notice, caseId.toString(), task);
        assertThat(objections.progress(filed.link(), NoticeJourney.somewhere()).toString())
                .doesNotContain(NAME, CONTACT);
        assertThat(tablesWith(CONTACT)).containsExactly("publicnotice.objection");
        assertThat(tablesWith(NAME)).containsExactly("publicnotice.objection");
        assertThat(tablesWith(PROOF)).containsExactly("document.attachment");
        assertThat(tablesWith(filed.link())).isEmpty();
        assertThat(log.getAll()).doesNotContain(NAME, CONTACT, PROOF, filed.link());
    }

    @Test
    void handlersAndLeadersOfTheOrganAreToldAndNobodyElse() {
        var filed = file(journey.published("另一份保密的公示"));
        var objection = objections.ofCase(journey.caseOf(filed)).orElseThrow();

        for (var person : List.of(NoticeJourney.HANDLER, NoticeJourney.LEADER)) {
            assertThat(journey.as(person, () -> objections.objector(objection)))
                    .hasValueSatisfying(objector -> assertThat(objector.name()).isEqualTo(NAME));
        }
        for (var person :
                List.of("ln-sti.handler", "ln-sti.leader", "school-4121010142", "expert-01", "admin", "auditor")) {
            assertThat(journey.as(person, () -> objections.objector(objection)))
                    .as(person)
                    .isEmpty();
        }
        assertThat(objections.objector(objection)).as("nobody at work").isEmpty();
    }

    @Test
    void recordsDoNotSpellOutWhoObjects() {
        var draft = new ObjectionDraft(NAME, CONTACT, 1, NoticeJourney.FACTS);

        assertThat(draft.toString()).doesNotContain(NAME, CONTACT);
        assertThat(new Objection.Objector(NAME, CONTACT).toString()).doesNotContain(NAME, CONTACT);
    }

    private FiledObjection file(Notice notice) {
        return objections.file(
                notice.id().toString(),
                new ObjectionDraft(NAME, CONTACT, 2, NoticeJourney.FACTS),
                "2001:db8::" + notice.id());
    }

    /** Each address that can be read, with every id that has to do with the objection, as everybody but the organ's people. */
    private void assertThatNobodyElseReads(Notice notice, String caseId, String task) {
        var addresses = mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/"))
                .toList();
        assertThat(addresses).hasSizeGreaterThan(40);
        var people = new ArrayList<@Nullable String>(
                List.of("ln-sti.handler", "ln-sti.leader", "school-4121010142", "expert-01", "admin", "auditor"));
        people.add(null);
        for (var person : people) {
            for (var address : addresses) {
                for (var id : List.of(
                        caseId, task, notice.id().toString(), notice.caseId().toString())) {
                    if (address.contains("{") || id.equals(caseId)) {
                        assertThat(body(address.replaceAll("\\{[^}]+}", id), person))
                                .as("%s by %s", address, person)
                                .doesNotContain(NAME, CONTACT, PROOF);
                    }
                }
            }
        }
    }

    /** Names of tables of which any row has the text in any column. */
    private List<String> tablesWith(String text) {
        return jdbc.sql("""
                        select table_schema || '.' || table_name as name from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        order by 1
                        """).query(String.class).list().stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from %s t where t::text like :text)".formatted(quoted(table)))
                        .param("text", "%" + text + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private static String quoted(String table) {
        return "\"" + table.replace(".", "\".\"") + "\"";
    }

    private String body(String path, @Nullable String person) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "*/*");
        if (person != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (Exception unreachable) {
            throw new AssertionError(path, unreachable);
        }
    }
}
