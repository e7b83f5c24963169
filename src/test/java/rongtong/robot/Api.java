package rongtong.robot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface as one account calls it, from outside, over HTTP. */
public class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final String username;
    private final String password;

    public Api(int port, String username, String password) {
        this.port = port;
        this.username = username;
        this.password = password;
    }

    public Api as(String other) {
        return new Api(port, other, password);
    }

    /** What came back. */
    public record Answer(int status, JsonNode body) {

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected %d, got %d: %s".formatted(expected, status, body));
            }
            return this;
        }
    }

    public JsonNode get(String path) {
        return send("GET", path, null).expect(200).body();
    }

    /** What reading an address is answered with, whatever kind of content it has. */
    public int status(String path) {
        return ask("GET", path, null).statusCode();
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer send(String method, String path, Object body) {
        var response = ask(method, path, body);
        var text = response.body();
        return new Answer(response.statusCode(), text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text));
    }

    private HttpResponse<String> ask(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (username != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException unreachable) {
            throw new AssertionError("%s %s".formatted(method, path), unreachable);
        }
    }
}
