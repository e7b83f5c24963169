package rongtong.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import rongtong.robot.FormFiller;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An alliance is founded in the browser, from the ledgers to the filed charter, by each department, school and enterprise
 * in turn. Takes the pictures of the README on the way, into {@code target/screenshots}.
 */
@RongtongTest
class AllianceFoundingIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_STEPS = 150;

    /** Pages worth a picture: the task page when these steps come by for the first time. */
    private static final Map<String, String> PICTURES = Map.of(
            "decideField", "decide-field",
            "selectEnterprises", "select-enterprises",
            "answerInvitation", "answer-invitation",
            "draftCharter", "draft-charter",
            "castBallot", "cast-ballot");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Integer> passed = new HashMap<>();
    private final Random random = new Random(20261121);
    private Api api;

    @BeforeAll
    static void startTheBrowser() throws Exception {
        Files.createDirectories(Path.of("target/screenshots"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.close();
        playwright.close();
    }

    @Test
    void anAllianceIsFoundedFromItsLedgersToItsFiledCharter() {
        api = new Api(port, "admin", password);
        Person.at(browser, root()).opens("/login").pictures("login").close();
        var caseId = starts("ln-iit.handler");

        for (int steps = 0; running(caseId); steps++) {
            assertThat(steps).as("steps %s", passed).isLessThan(MOST_STEPS);
            var open = api.get("/admin/instances/" + caseId).get("tasks");
            if (steps == 2) {
                person("ln-hrss.handler").opens("/").pictures("workbench");
                picturesOnAPhone("ln-hrss.handler", "phone-workbench");
            }
            completes(open.get(0));
        }

        var end = api.get("/instances/" + caseId);
        assertThat(end.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(people.keySet()).hasSizeGreaterThanOrEqualTo(10);
        person("ln-iit.handler").opens("/cases/" + caseId).sees("已办结").pictures("case");
        person("ln-iit.handler").opens("/alliances").sees("辽宁省智能装备产业校企联盟").pictures("alliances");
        try (var stranger = Person.at(browser, root())) {
            stranger.opens("/public").sees("辽宁省智能装备产业校企联盟").pictures("public");
        }
        person("admin").opens("/monitor/" + caseId).pictures("monitor");
        people.values().forEach(Person::close);
    }

    private void picturesOnAPhone(String username, String name) {
        try (var phone = Person.sized(browser, root(), 390, 844)) {
            phone.logsIn(username, password).pictures(name);
        }
    }

    private String starts(String username) {
        var person = person(username);
        var service = api.as(username)
                .get("/services")
                .valueStream()
                .filter(found -> found.get("key").asString().equals("alliance-founding"))
                .findFirst()
                .orElseThrow();
        person.opens("/services").pictures("services");
        person.opens("/services/alliance-founding");
        var answers = answers(username, "start", service.get("form").toString(), Map.of());
        typist(person, username).types(service.get("form").toString(), Map.of(), answers);
        person.pictures("start");
        person.clicks("提交申请");
        person.page().waitForURL(url -> url.contains("/cases/"));
        return person.address().replaceAll(".*/cases/([^/?]+).*", "$1");
    }

    private void completes(JsonNode open) {
        var step = open.get("step").asString();
        var username = open.get("candidates").get(0).asString();
        var id = open.get("id").asString();
        var task = api.as(username).get("/tasks/" + id);
        var values = withoutNulls(JSON.convertValue(task.get("values"), new TypeReference<Map<String, Object>>() {}));
        var form = task.get("form").toString();
        var person = person(username);
        var answers = answers(username, step, form, values);
        try {
            person.opens("/tasks/" + id).sees(open.get("name").asString());
            typist(person, username).types(form, values, answers);
            if (passed.merge(step, 1, Integer::sum) == 1 && PICTURES.containsKey(step)) {
                person.pictures(PICTURES.get(step));
            }
            person.clicks(open.get("name").asString());
            person.page().waitForURL(url -> !url.contains(id));
        } catch (PlaywrightException stuck) {
            person.pictures("stuck-at-" + step);
            throw new AssertionError(
                    "%s is stuck at %s with %s, see the picture".formatted(username, step, answers), stuck);
        }
    }

    /** What a sensible person would answer where it matters for the way of the case; the rest by the form alone. */
    private Map<String, Object> answers(String username, String step, String form, Map<String, Object> values) {
        var answers = new FormFiller(random, address -> codes(username, address), 1).fill(form, values);
        Decisions.decide(step, answers);
        return answers;
    }

    private Typist typist(Person person, String username) {
        return new Typist(
                person,
                (address, code) -> api.as(username)
                        .get(address + (address.contains("?") ? "&" : "?") + "size=200")
                        .get("items")
                        .valueStream()
                        .filter(item -> item.get("code").asString().equals(code))
                        .map(item -> item.get("name").asString())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No record " + code + " at " + address)));
    }

    private List<String> codes(String username, String address) {
        return api.as(username)
                .get(address + (address.contains("?") ? "&" : "?") + "size=20")
                .get("items")
                .valueStream()
                .map(item -> item.get("code").asString())
                .toList();
    }

    private boolean running(String caseId) {
        return api.get("/instances/" + caseId).get("status").asString().equals("RUNNING");
    }

    private Person person(String username) {
        return people.computeIfAbsent(
                username, name -> Person.at(browser, root()).logsIn(name, password));
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> values) {
        var present = new LinkedHashMap<>(values);
        present.values().removeIf(value -> value == null);
        return present;
    }
}
