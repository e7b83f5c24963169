package rongtong.selection.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
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
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
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
import rongtong.selection.SelectionJourney;
import rongtong.selection.application.ApplicationJourney;
import rongtong.selection.ranking.Rankings;
import rongtong.ui.PageState;
import rongtong.ui.RoutedPageTest;

/**
 * Worlds that differ only in applications that an expert must not judge are the same to this expert: every address that can
 * be read answers the same and every page shows the same, lists, counts, choices and downloads included, and no search finds
 * them.
 */
@RongtongTest
class NonInterferenceTest extends RoutedPageTest {

    static final String EXPERT = "expert-21";
    static final String OWN_SCHOOL = "school-4122010183";
    static final String TIED_SCHOOL = "school-demo-220122-voc";

    /** In no title but those that are hidden. */
    static final String SECRET = "绝密";

    /** Follows the secret in each title: an answer that repeats what was searched for has told nothing. */
    static final String SEARCHED = "题目";

    static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    ReviewedRounds rounds;

    @Autowired
    SelectionJourney journey;

    @Autowired
    ApplicationJourney applicants;

    @Autowired
    ExpertPool pool;

    @Autowired
    Rankings rankings;

    @Autowired
    RuntimeService runtime;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    ServletContext servlets;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void endTheTie() {
        jdbc.sql("delete from selection.relation where expert = ? and organization = ?")
                .params(EXPERT, TIED_SCHOOL)
                .update();
    }

    /** Whom the three applications belong to that the expert must not judge: the own school, a declared tie, a recusal. */
    private record Hidden(List<UUID> applications, List<String> ids) {}

    @Test
    void anExpertCannotTellTwoWorldsApart() throws Exception {
        var hidden = hidden();
        var before = answers(hidden.ids());
        assertThat(before).hasSizeGreaterThan(60);
        staysTheSame(hidden, before, () -> answers(hidden.ids()));
    }

    @Test
    void norByAnyPage() throws Exception {
        var hidden = hidden();
        var before = pages(hidden.ids());
        assertThat(before).hasSizeGreaterThan(150);
        assertThat(before.get("reviews")).contains("公开申报");
        assertThat(before.get("tasks")).contains("专家评审");
        assertThat(before.get("pilots")).contains("download 200");
        staysTheSame(hidden, before, () -> pages(hidden.ids()));
    }

    /** Other titles, fields, partners, files, opinions and sheets; then no such applications at all. */
    private void staysTheSame(Hidden hidden, Map<String, String> before, Callable<Map<String, String>> world)
            throws Exception {
        before.forEach((address, answer) -> assertThat(answer).as(address).doesNotContain(SECRET));
        hidden.applications().forEach(this::change);
        equal(world.call(), before);
        hidden.applications().forEach(this::remove);
        equal(world.call(), before);
    }

    private static void equal(Map<String, String> after, Map<String, String> before) {
        assertThat(new TreeSet<>(after.keySet())).isEqualTo(new TreeSet<>(before.keySet()));
        assertThat(before.keySet().stream()
                        .filter(address -> !after.get(address).equals(before.get(address)))
                        .map(address -> address + ": " + firstDifference(before.get(address), after.get(address))))
                .isEmpty();
    }

    private static String firstDifference(String before, String after) {
        var first = before.lines().toList();
        var second = after.lines().toList();
        int line = 0;
        while (line < first.size() && line < second.size() && first.get(line).equals(second.get(line))) {
            line++;
        }
        return (line < first.size() ? first.get(line).strip() : "nothing") + " – "
                + (line < second.size() ? second.get(line).strip() : "nothing");
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

    /**
     * A round in review. The expert has promised and recused from one of the applications; the others have scored all, and
     * the lists are ranked.
     */
    private Hidden hidden() {
        journey.at(port);
        applicants.at(port);
        var round = UUID.fromString(journey.open(10));
        ReviewedRounds.SCHOOLS.forEach(school ->
                rounds.application(round, school, "公开申报" + school, "integrated-circuits", "tourism", "health-care"));
        var own = rounds.application(round, OWN_SCHOOL, SECRET + SEARCHED + "一", "integrated-circuits");
        withCase(own, SECRET + SEARCHED + "一");
        var tied = handedIn(round);
        journey.reviewed(round.toString());
        assertThat(List.of(own, tied))
                .allSatisfy(application ->
                        assertThat(rounds.panel(application)).hasSize(5).doesNotContain(EXPERT));

        var review = review(round);
        var mine = rounds.applications(round).stream()
                .filter(application -> rounds.panel(application).contains(EXPERT))
                .toList();
        assertThat(mine).hasSizeGreaterThan(1);
        var recused = mine.getFirst();
        rounds.declare(review, recused);
        withCase(recused, SECRET + SEARCHED + "三");
        rounds.open(round).stream()
                .filter(other -> !other.expert().equals(EXPERT))
                .forEach(other -> {
                    rounds.declare(other);
                    rounds.score(other, 87);
                });
        rankings.compute(round);
        return new Hidden(List.of(own, tied, recused), ids(round, own, tied, recused, review.caseId(), mine.getLast()));
    }

    /** What somebody could put into an address: cases, tasks and files of the hidden applications, and of one's own. */
    private List<String> ids(UUID round, UUID own, UUID tied, UUID recused, UUID review, UUID mine) {
        var ids = new ArrayList<>(Stream.of(round, own, tied, recused, review, mine)
                .map(UUID::toString)
                .toList());
        ids.add(rounds.task(review));
        ids.add(jdbc.sql("select id from workflow.task where case_id = ? order by created_at limit 1")
                .param(tied)
                .query(String.class)
                .single());
        ids.add(jdbc.sql("select attachment_id::text from document.attachment_of_case where case_id = ? limit 1")
                .param(tied)
                .query(String.class)
                .single());
        ids.add(jdbc.sql("""
                        select i.review::text from selection.review_item i
                        join selection.review v on v.case_id = i.review
                        where i.application = ? and v.expert <> ? limit 1
                        """).params(tied, EXPERT).query(String.class).single());
        return ids;
    }

    private Review review(UUID round) {
        return rounds.open(round).stream()
                .filter(review -> review.expert().equals(EXPERT))
                .findFirst()
                .orElseThrow();
    }

    /** A school to which the expert is tied applies, is recommended by county and city, and enters. */
    private UUID handedIn(UUID round) {
        rounds.as(EXPERT, () -> {
            pool.declare(EXPERT, TIED_SCHOOL, DeclaredRelation.Kind.COOPERATES, "");
            return null;
        });
        var caseId = applicants.submitted(TIED_SCHOOL, round, SECRET + SEARCHED + "二");
        applicants.recommend("jl-220122-edu", caseId, 1);
        applicants.recommend("jl-city-cc", caseId, 1);
        applicants.accept(caseId);
        assertThat(applicants.status(caseId)).isEqualTo("ENTERED");
        return UUID.fromString(caseId);
    }

    /** The case that a pilot application has, with the school that it concerns and is told of it. */
    private void withCase(UUID application, String title) {
        jdbc.sql("update selection.application set title = ? where case_id = ?")
                .params(title, application)
                .update();
        jdbc.sql("""
                        with entered as (
                            insert into workflow.case_file
                                (id, number, service, title, status, organization, starter, jurisdiction, started_at)
                            select case_id, 'A' || case_id, 'clocked', :title, 'RUNNING', applicant, applicant, 'JL', now()
                            from selection.application where case_id = :id
                            returning id, organization, title, number
                        ), told as (
                            insert into notice.notice (recipient, kind, case_id, arguments, at)
                            select organization, 'ENDED', id, array[title, number, '', ''], now() from entered
                        )
                        insert into workflow.participant (case_id, organization) select id, organization from entered
                        """).param("id", application).param("title", title).update();
    }

    private void change(UUID application) {
        var title = "另一个世界的题目" + application;
        jdbc.sql("""
                        update selection.application
                        set title = :title, answers = '{"title": "x", "fields": ["software"]}', region = '220100'
                        where case_id = :id
                        """).param("title", title).param("id", application).update();
        jdbc.sql("update workflow.case_file set title = ? where id = ?")
                .params(title, application)
                .update();
        jdbc.sql("""
                        insert into selection.partner (application, place, organization, name, kind)
                        values (?, 7, 'ent-000800', '另一家企业', 'ENTERPRISE')
                        """).param(application).update();
        for (var other : List.of(
                "update selection.sheet set scores = '{\"representativeness\": 3}', comment = '另一个意见' where application = ?",
                "update selection.ranking_row set score = 3, place = 1, best = 1 where application = ?",
                "update workflow.submission set answers = '{\"title\": \"x\"}' where case_id = ?",
                "update workflow.timeline set opinion = '另一个意见' where case_id = ?",
                "update notice.notice set arguments = array['另', '一', '个', '世界'] where case_id = ?",
                """
                update document.attachment set name = '另一个文件.pdf'
                where id in (select attachment_id from document.attachment_of_case where case_id = ?)
                """)) {
            jdbc.sql(other).param(application).update();
        }
    }

    /** As if nobody had applied. */
    private void remove(UUID application) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(application.toString())
                .rootProcessInstances()
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "removed", true, true));
        for (var table : List.of(
                "ranking_row",
                "sheet",
                "review_item",
                "assignment",
                "recommendation",
                "route",
                "application_text",
                "partner")) {
            jdbc.sql("delete from selection." + table + " where application = ?")
                    .param(application)
                    .update();
        }
        for (var rows : List.of(
                "selection.application where case_id = ?",
                "document.attachment_of_case where case_id = ?",
                "notice.notice where case_id = ?",
                "workflow.case_file where id = ?")) {
            jdbc.sql("delete from " + rows).param(application).update();
        }
    }

    /** What the expert gets from every address that answers GET, for each of the ids, and what searches find. */
    private Map<String, String> answers(List<String> ids) {
        var answers = new LinkedHashMap<String, String>();
        for (var address : addresses(ids)) {
            answers.put(address, withoutTime(get(address)));
        }
        for (var address : List.of("/api/v1/tasks", "/api/v1/instances", "/api/v1/organizations", "/api/v1/notices")) {
            answers.put(address + "?q", get(address + "?q=" + encoded(SEARCHED)));
        }
        for (var view : List.of("TODO", "DONE", "STARTED", "COPIED")) {
            var found = get("/api/v1/tasks?view=" + view.toLowerCase(Locale.ROOT) + "&q=" + encoded(SEARCHED));
            answers.put("tasks " + view, found);
        }
        return answers;
    }

    /** What the expert sees on every page, with each of the ids in its address and the word in every search box. */
    private Map<String, String> pages(List<String> ids) throws Exception {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        return as(EXPERT, () -> {
            var pages = new LinkedHashMap<String, String>();
            for (var address : pageAddresses(ids)) {
                pages.put(address, page(address));
                int tabs = tabs();
                int boxes = searchBoxes().size();
                for (int tab = 1; tab < tabs; tab++) {
                    open(address);
                    test(find(Tabs.class).all().getFirst()).select(tab);
                    pages.put(address + " tab " + tab, state());
                }
                for (int box = 0; box < boxes; box++) {
                    open(address);
                    test(searchBoxes().get(box)).setValue(SEARCHED);
                    pages.put(address + " search " + box, state());
                    pages.put(address + "?q", page(address + "?q=" + encoded(SEARCHED)));
                }
            }
            return pages;
        });
    }

    private int tabs() {
        var found = find(Tabs.class).all();
        return found.isEmpty() ? 0 : found.getFirst().getTabCount();
    }

    private List<TextField> searchBoxes() {
        return find(TextField.class).all().stream()
                .filter(field -> field.getValueChangeMode() == ValueChangeMode.LAZY && field.isEnabled())
                .filter(field -> field.getParent()
                        .filter(parent -> parent.hasClassName("filters"))
                        .isPresent())
                .toList();
    }

    private String page(String address) {
        open(address);
        return state();
    }

    private String state() {
        return withoutTime(PageState.of(UI.getCurrent(), NonInterferenceTest::readable));
    }

    /** The server's time goes on between one world and the other; it says nothing of either. */
    private static String withoutTime(String answer) {
        return answer.replaceAll("\"serverTime\":\"[^\"]*\"", "")
                .replaceAll("(服务器时间\\s+dd\\s+)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "$1");
    }

    private List<String> pageAddresses(List<String> ids) {
        var known =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                        .map(RouteData::getTemplate)
                        .filter(NonInterferenceTest::asksWhoIsAtWork)
                        .toList();
        assertThat(routes()).extracting(RouteData::getTemplate).containsAll(known);
        var addresses = new ArrayList<String>();
        for (var template : known) {
            if (!template.contains(":")) {
                addresses.add(template);
            } else {
                var start = template.replaceFirst("programmes/:key/", "programmes/jl-223/");
                Stream.concat(ids.stream(), Stream.of("jl-223", "pilot-application", "pilot-selection", EXPERT))
                        .forEach(id -> addresses.add(start.replaceAll(":[a-z]+\\??", id)));
            }
        }
        return addresses;
    }

    /** Private links open to whoever has them, the same for all, and count how often they are tried: each world would add to it. */
    private static boolean asksWhoIsAtWork(String address) {
        return !address.contains("public/objections/");
    }

    private List<String> addresses(List<String> ids) {
        var addresses = new ArrayList<String>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/v1/") || pattern.startsWith("/files/"))
                .filter(NonInterferenceTest::asksWhoIsAtWork)
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
    private static String readable(byte[] body) {
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
        } catch (IOException noWorkbook) {
            throw new AssertionError(noWorkbook);
        }
        return text.toString();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
