package rongtong.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import rongtong.robot.FormFiller;
import rongtong.ui.Formats;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case goes its way in the browser, each person at a browser of their own. Which step is open, who may act and what the
 * form asks is read over REST; everything is done on the pages. Pictures go to {@code target/screenshots}.
 */
@RongtongTest
abstract class BrowserJourney {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_STEPS = 150;

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Integer> passed = new HashMap<>();
    private final Random random = new Random(20261121);
    Api api;

    /** Changes what a person of the journey would answer at a step. */
    abstract void decide(String step, Map<String, Object> answers);

    /** Names of the pictures to take of the task page when a step comes by for the first time, by step. */
    abstract Map<String, String> pictures();

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

    @BeforeEach
    void askAsAdministrator() {
        api = new Api(port, "admin", password);
    }

    @AfterEach
    void everybodyGoesHome() {
        people.values().forEach(Person::close);
    }

    /** Completes whatever is open until the case ends. */
    void walks(String caseId, Between between) {
        for (int steps = 0; running(caseId); steps++) {
            assertThat(steps).as("steps %s", passed).isLessThan(MOST_STEPS);
            between.before(steps);
            completes(api.get("/admin/instances/" + caseId).get("tasks").get(0));
        }
    }

    /** What else happens on the way. */
    @FunctionalInterface
    interface Between {
        void before(int step);
    }

    Person stranger() {
        return Person.at(browser, root());
    }

    void picturesOnAPhone(String username, String path, String name) {
        try (var phone = Person.sized(browser, root(), 390, 844)) {
            phone.logsIn(username, password).opens(path).pictures(name);
        }
    }

    /** Fills in the start form of a service and submits it. @return id of the case */
    String starts(String username, String service, String picture) {
        var person = person(username);
        var form = api.as(username)
                .get("/services")
                .valueStream()
                .filter(found -> found.get("key").asString().equals(service))
                .findFirst()
                .orElseThrow()
                .get("form")
                .toString();
        person.opens("/services/" + service);
        typist(person, username).types(form, Map.of(), answers(username, "start", form, Map.of()));
        person.pictures(picture);
        person.clicks("提交申请");
        person.page().waitForURL(url -> url.contains("/cases/"));
        return person.address().replaceAll(".*/cases/([^/?]+).*", "$1");
    }

    void completes(JsonNode open) {
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
            if (passed.merge(step, 1, Integer::sum) == 1 && pictures().containsKey(step)) {
                person.pictures(pictures().get(step));
            }
            person.clicks("提交");
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
        decide(step, answers);
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

    /** The day in China, which is the day of the procedures wherever the tests run. */
    static LocalDate today() {
        return LocalDate.now(Formats.ZONE);
    }

    boolean running(String caseId) {
        return api.get("/instances/" + caseId).get("status").asString().equals("RUNNING");
    }

    Person person(String username) {
        return people.computeIfAbsent(
                username, name -> Person.at(browser, root()).logsIn(name, password));
    }

    String root() {
        return "http://localhost:" + port;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> values) {
        var present = new LinkedHashMap<>(values);
        present.values().removeIf(value -> value == null);
        return present;
    }
}
