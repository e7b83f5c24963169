package rongtong.selection.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rongtong.RongtongTest;
import rongtong.robot.Api;

/**
 * Two worlds that differ only in an application that an expert must not judge are the same to this expert: every address
 * that can be read answers the same, lists and counts included, and no search finds it.
 */
@RongtongTest
class NonInterferenceTest {

    static final String EXPERT = "expert-21";
    static final String OWN_SCHOOL = "school-4122010183";
    static final String SECRET = "绝密题目甲";

    static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    ReviewedRounds rounds;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anExpertCannotTellTwoWorldsApart() {
        var round = rounds.round();
        for (int i = 0; i < ReviewedRounds.SCHOOLS.size(); i++) {
            rounds.application(round, ReviewedRounds.SCHOOLS.get(i), "公开申报" + i, "robotics", "steel");
        }
        var conflicted = rounds.application(round, OWN_SCHOOL, SECRET, "robotics");
        withCase(conflicted, SECRET);
        rounds.begin(round);
        assertThat(rounds.panel(conflicted)).hasSize(5).doesNotContain(EXPERT);
        rounds.open(round).stream()
                .filter(review -> review.expert().equals(EXPERT))
                .forEach(rounds::declare);

        var ids = List.of(conflicted.toString(), round.toString());
        var before = world(ids, SECRET);
        change(conflicted, "另一个世界的题目");
        var after = world(ids, SECRET);

        assertThat(before).hasSizeGreaterThan(60);
        assertThat(new TreeSet<>(after.keySet())).isEqualTo(new TreeSet<>(before.keySet()));
        before.forEach(
                (address, answer) -> assertThat(after.get(address)).as(address).isEqualTo(answer));
        assertThat(before)
                .allSatisfy((address, answer) ->
                        assertThat(answer).as(address).doesNotContain(SECRET).doesNotContain("绝密"));
    }

    @Test
    void whatAnExpertHasRecusedFromIsGone() {
        var round = rounds.begun(1);
        var application = rounds.applications(round).getFirst();
        var review = rounds.open(round).getFirst();
        rounds.declare(review, application);
        withCase(application, "回避后的题目");
        var expert = new Api(port, review.expert(), password);

        expert.send("GET", "/instances/" + application, null).expect(404);
        assertThat(expert.get("/tasks?q=" + encoded("回避后的题目")).get("total").asInt())
                .isZero();
        assertThat(expert.get("/instances?q=" + encoded("回避后的题目")).get("total").asInt())
                .isZero();
    }

    /** The case that a pilot application has, with the school that it concerns. */
    private void withCase(UUID application, String title) {
        jdbc.sql("""
                        with entered as (
                            insert into workflow.case_file
                                (id, number, service, title, status, organization, starter, jurisdiction, started_at)
                            select case_id, 'A' || case_id, 'clocked', :title, 'RUNNING', applicant, 'school-4122010183', 'JL', now()
                            from selection.application where case_id = :id
                            returning id, organization
                        )
                        insert into workflow.participant (case_id, organization) select id, organization from entered
                        """).param("id", application).param("title", title).update();
    }

    private void change(UUID application, String title) {
        jdbc.sql("""
                        update selection.application
                        set title = :title, answers = '{"title": "x", "fields": ["software"]}', region = '220100'
                        where case_id = :id
                        """).param("title", title).param("id", application).update();
        jdbc.sql("update workflow.case_file set title = :title where id = :id")
                .param("title", title)
                .param("id", application)
                .update();
        jdbc.sql("""
                        insert into selection.partner (application, place, organization, name, kind)
                        values (?, 7, 'ent-000800', '另一家企业', 'ENTERPRISE')
                        """).param(application).update();
    }

    /** What the expert gets from every address that answers GET, for each of the ids and the word in every parameter. */
    private Map<String, String> world(List<String> ids, String word) {
        var answers = new LinkedHashMap<String, String>();
        for (var address : addresses(ids)) {
            answers.put(address, get(address).replaceAll("\"serverTime\":\"[^\"]*\"", ""));
        }
        for (var address : List.of("/api/v1/tasks", "/api/v1/instances", "/api/v1/organizations", "/api/v1/notices")) {
            answers.put(address + "?q", get(address + "?q=" + encoded(word)));
        }
        for (var view : List.of("TODO", "DONE", "STARTED", "COPIED")) {
            var found = get("/api/v1/tasks?view=" + view.toLowerCase(Locale.ROOT) + "&q=" + encoded(word));
            answers.put("tasks " + view, found);
        }
        return answers;
    }

    private List<String> addresses(List<String> ids) {
        var addresses = new ArrayList<String>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/v1/") || pattern.startsWith("/files/"))
                .sorted()
                .forEach(pattern -> {
                    if (pattern.contains("{")) {
                        ids.forEach(id -> addresses.add(pattern.replace("{key}", "jl-223")
                                .replace("{track}", ReviewedRounds.TRACK)
                                .replace("{username}", EXPERT)
                                .replaceAll("\\{[^}]+}", id)));
                    } else {
                        addresses.add(pattern);
                    }
                });
        return addresses;
    }

    private String get(String address) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept", "*/*")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((EXPERT + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() + " " + readable(answer.body());
        } catch (IOException | InterruptedException unreachable) {
            throw new AssertionError(address, unreachable);
        }
    }

    /** A spreadsheet says when it was made; what it shows is inside. */
    private static String readable(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(body))) {
            for (var sheet : workbook.getSheets().toList()) {
                sheet.read()
                        .forEach(row ->
                                text.append(row.getCells(0, row.getCellCount())).append('\n'));
            }
        }
        return text.toString();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
