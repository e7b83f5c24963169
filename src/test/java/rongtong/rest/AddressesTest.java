package rongtong.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rongtong.RongtongTest;
import rongtong.robot.Api;

/**
 * Every address that the program answers, found in the program itself: nothing is open that is not named here, and nothing
 * that is sent to any of them is the program's own error.
 */
@RongtongTest
class AddressesTest {

    /** What everybody may read without login. All else asks who it is. */
    static final Set<String> PUBLIC = Set.of(
            "GET /api/v1/alliances",
            "GET /api/v1/alliances/{number}",
            "GET /api/v1/notices",
            "GET /api/v1/notices/{id}",
            "POST /api/v1/notices/{id}/objections",
            "GET /api/v1/public/documents/{id}",
            "GET /api/v1/public/documents/{number}",
            "GET /api/v1/public/objections/{link}",
            "GET /api/v1/public/objections/{link}/answer",
            "POST /api/v1/public/objections/{link}/evidence",
            "GET /api/v1/public/programmes",
            "GET /api/v1/public/programmes/{key}");

    /** Screens for everybody. */
    static final Set<String> PUBLIC_SCREENS = Set.of(
            "login",
            "public",
            "public/alliances/:number",
            "public/notices",
            "public/notices/:notice",
            "public/objections/:link",
            "public/pilots",
            "public/programmes",
            "public/programmes/:key",
            "verify");

    static final String SOMETHING = "00000000-0000-4000-8000-000000000000";

    static final String HUGE = "甲".repeat(20_000);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    final HttpClient http = HttpClient.newHttpClient();

    record Call(String method, String pattern, boolean multipart) {

        boolean isAdministration() {
            return pattern.startsWith("/api/v1/admin/");
        }

        String path(String object) {
            return pattern.replaceAll("\\{[^}]+}", object);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Test
    void whatIsNotPublicAsksWhoItIs() {
        var open = calls().filter(call -> !call.pattern().startsWith("/files/"))
                .filter(call -> send(call, call.path(SOMETHING), "{}", null).statusCode() != 401)
                .map(Call::toString)
                .toList();

        assertThat(new TreeSet<>(open)).isEqualTo(new TreeSet<>(PUBLIC));
    }

    @Test
    void filesOfScreensLeadToTheLogin() {
        assertThat(calls().filter(call -> call.pattern().startsWith("/files/")))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(
                                send(call, call.path(SOMETHING), null, null).statusCode())
                        .isEqualTo(302));
    }

    @Test
    void administrationIsForAdministratorsAndForAuditorsToRead() {
        var administration = calls().filter(Call::isAdministration).toList();
        assertThat(administration).hasSizeGreaterThan(10);

        for (var person : List.of("school-4121010142", "ln-edu.handler", "ln-edu.leader")) {
            assertThat(administration)
                    .allSatisfy(call -> assertThat(send(call, call.path(SOMETHING), "{}", person)
                                    .statusCode())
                            .as("%s by %s", call, person)
                            .isEqualTo(403));
        }
        // mail that did not go is for those who mend it
        assertThat(administration)
                .allSatisfy(call -> assertThat(send(call, call.path(SOMETHING), "{}", "auditor")
                                        .statusCode()
                                == 403)
                        .as("%s by an auditor", call)
                        .isEqualTo(
                                !call.method().equals("GET") || call.pattern().contains("/mails")));
    }

    @Test
    void anObjectThatIsNotThereIsNotFoundAndNoError() {
        for (var person : List.of("school-4121010142", "ln-edu.handler", "admin")) {
            for (var object : List.of(SOMETHING, "7", "%E7%94%B2", "x".repeat(2000), "'or''='")) {
                assertThat(calls().filter(call -> call.pattern().contains("{"))
                                .filter(call -> !call.method().equals("DELETE")))
                        .allSatisfy(call -> assertThat(send(call, call.path(object), "{}", person)
                                        .statusCode())
                                .as("%s with %s by %s", call, object, person)
                                .isBetween(200, 499));
            }
        }
    }

    @Test
    void listsAnswerAdministrators() {
        var lists = calls().filter(call -> call.method().equals("GET")
                        && call.pattern().startsWith("/api/")
                        && !call.pattern().contains("{"))
                .toList();
        assertThat(lists)
                .hasSizeGreaterThan(20)
                .allSatisfy(call -> assertThat(
                                send(call, call.pattern(), null, "admin").statusCode())
                        .as("%s", call)
                        .isBetween(200, 499));
    }

    @Test
    void hostileParametersAreRefusedAndNoError() {
        var values = List.of(
                "%00",
                "-1",
                "2147483647",
                "99999999999999999999",
                "2026-02-30",
                "%2B999999999-12-31T23:59:59Z",
                "%25%5C_%27",
                // no UTF-8: half a character
                "%ED%A0%80",
                "a".repeat(3000));
        assertThat(calls().filter(call -> call.method().equals("GET"))).allSatisfy(call -> {
            for (var name : parameters(call)) {
                for (var value : values) {
                    assertThat(send(call, call.path(SOMETHING) + "?" + name + "=" + value, null, "admin")
                                    .statusCode())
                            .as("%s?%s=%s", call, name, value)
                            .isBetween(200, 499);
                }
            }
        });
    }

    @Test
    void hostileBodiesAreRefusedAndNoError() {
        var task = openTask();
        assertThat(calls().filter(call -> !call.method().equals("GET") && !call.multipart()))
                .allSatisfy(call -> {
                    for (var body : hostile(call)) {
                        for (var person : List.of("ln-edu.handler", "admin2")) {
                            var object = person.equals("admin2")
                                    ? call.path(SOMETHING).replace("templates/" + SOMETHING, "templates/approval")
                                    : call.path(call.pattern().startsWith("/api/v1/tasks/") ? task : SOMETHING)
                                            .replace("services/" + SOMETHING, "services/alliance-founding");
                            if (!call.pattern().endsWith("/me/tokens")) {
                                assertThat(send(call, object, body, person).statusCode())
                                        .as("%s by %s: %.200s", call, person, body)
                                        .isBetween(200, 499);
                            }
                        }
                    }
                });
    }

    /** 12 MB whose length is said, and 42 MB of which nobody knows before where they end. */
    @Test
    void jsonThatFillsTheMemoryIsRefused() {
        var draft = "/services/alliance-founding/drafts";
        var piece = "\"" + "a".repeat(998) + "\",";

        assertThat(draft(draft, HttpRequest.BodyPublishers.ofString(list(piece, 12_000))))
                .isEqualTo(413);
        assertThat(draft(
                        draft,
                        HttpRequest.BodyPublishers.ofInputStream(() ->
                                new ByteArrayInputStream(list(piece, 42_000).getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(400);
    }

    private static String list(String piece, int times) {
        return "{\"values\":{\"text\":[" + piece.repeat(times) + "null]}}";
    }

    private int draft(String path, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", basic("ln-iit.handler"))
                .POST(body)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException unreachable) {
            throw new AssertionError(path, unreachable);
        }
    }

    @Test
    void aScreenInABrowserThatKeepsNoCookiesSaysSo() {
        var answer = get("/?v-r=uidl&v-uiId=0", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Cookie");
    }

    /** A draft that a department of education has before it. */
    private String openTask() {
        var started = new Api(port, "ln-edu.handler", password)
                .post("/services/paper-round/instances", Map.of("values", Map.of("title", "地址")))
                .expect(201)
                .body();
        return jdbc.sql("select id from workflow.task where case_id = ?::uuid and state = 'OPEN'")
                .param(started.get("id").asString())
                .query(String.class)
                .single();
    }

    @Test
    void noScreenIsOpenThatIsNotNamed() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var open = new TreeSet<String>();
        var screens = scanner.findCandidateComponents("rongtong").stream()
                .map(found -> type(found.getBeanClassName()))
                .toList();
        assertThat(screens).hasSizeGreaterThan(20);
        for (var screen : screens) {
            var route = screen.getAnnotation(Route.class).value();
            assertThat(Stream.of(
                                    screen.isAnnotationPresent(AnonymousAllowed.class),
                                    screen.isAnnotationPresent(PermitAll.class),
                                    screen.isAnnotationPresent(RolesAllowed.class))
                            .filter(Boolean::booleanValue))
                    .as("says for whom it is: %s", screen)
                    .hasSize(1);
            if (route.startsWith("admin") || route.startsWith("monitor") || route.startsWith("audit")) {
                assertThat(screen).hasAnnotation(RolesAllowed.class);
            }
            var answer = get("/" + route.replaceAll(":[a-z]+\\??", SOMETHING), null);
            if (answer.statusCode() == 200) {
                open.add(route);
            } else {
                assertThat(answer.statusCode()).as(route).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location"))
                        .as(route)
                        .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
            }
        }
        assertThat(open).isEqualTo(new TreeSet<>(PUBLIC_SCREENS));
    }

    private static Class<?> type(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Stream<Call> calls() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("rongtong."))
                .flatMap(mapping -> {
                    var found = new ArrayList<Call>();
                    var multipart = mapping.getKey().getConsumesCondition().getConsumableMediaTypes().stream()
                            .anyMatch(MediaType.MULTIPART_FORM_DATA::includes);
                    for (var method : mapping.getKey().getMethodsCondition().getMethods()) {
                        for (var pattern : mapping.getKey().getPatternValues()) {
                            found.add(new Call(method.name(), pattern, multipart));
                        }
                    }
                    return found.stream();
                })
                .sorted((one, other) -> one.toString().compareTo(other.toString()));
    }

    private List<String> parameters(Call call) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getKey().getPatternValues().contains(call.pattern()))
                .flatMap(mapping -> Stream.of(mapping.getValue().getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .distinct()
                .toList();
    }

    /** JSON of wrong shapes, and for each part of the body what it should not be. */
    private List<String> hostile(Call call) {
        var bodies = new ArrayList<>(List.of("", "null", "[]", "7", "\"text\"", "{", "{}", "[".repeat(5000)));
        for (var part : parts(call)) {
            for (var value : List.of(
                    "null",
                    "\"\\u0000\"",
                    "1e400",
                    "-1",
                    "\"2026-02-30\"",
                    "\"+999999999-12-31\"",
                    "[null]",
                    "[\"\\u0000\", null, 7]",
                    "{\"a\":{\"b\":null}}",
                    "[{\"field\":null}]",
                    "\"" + HUGE + "\"",
                    "{\"a\":".repeat(900) + "1" + "}".repeat(900))) {
                bodies.add("{\"" + part + "\":" + value + "}");
                if (part.equals("values")) {
                    bodies.add("{\"values\":{\"text\":" + value + "}}");
                }
            }
        }
        return bodies;
    }

    private List<String> parts(Call call) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getKey().getPatternValues().contains(call.pattern()))
                .flatMap(mapping -> Stream.of(mapping.getValue().getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .flatMap(parameter -> parameter.getParameterType().isRecord()
                        ? Stream.of(parameter.getParameterType().getRecordComponents())
                                .map(RecordComponent::getName)
                        : Stream.of("title"))
                .distinct()
                .toList();
    }

    private HttpResponse<String> get(String path, @Nullable String person) {
        return send(new Call("GET", path, false), path, null, person);
    }

    private String basic(String person) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(Call call, String path, @Nullable String body, @Nullable String person) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", call.pattern().startsWith("/api/") ? "*/*" : "text/html")
                .header("Content-Type", call.multipart() ? "multipart/form-data; boundary=x" : "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        call.method(),
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (person != null) {
            request.header("Authorization", basic(person));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException unreachable) {
            throw new AssertionError("%s %s".formatted(call.method(), path), unreachable);
        }
    }
}
