package rongtong.robot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks a case to its end over REST alone: reads who may act now, takes one of the open tasks at random, fills its form by
 * its schema, completes it, and mends what is refused by the fields that the refusal names.
 */
public class Walker {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_STEPS = 600;
    private static final int MOST_TRIES = 40;

    private final Api api;
    private final Random random;
    private final Map<String, List<String>> records = new HashMap<>();
    private final List<String> walked = new ArrayList<>();
    private Decisions decisions = (step, values) -> {};

    /** Lets a test steer: changes what the robot would submit at a step. */
    @FunctionalInterface
    public interface Decisions {
        void decide(String step, Map<String, Object> values);
    }

    public Walker(Api api, long seed) {
        this.api = api;
        this.random = new Random(seed);
    }

    public Walker deciding(Decisions decisions) {
        this.decisions = decisions;
        return this;
    }

    /** Ids of the steps that were completed, in order. */
    public List<String> walked() {
        return walked;
    }

    /** @return id of the case */
    public String start(String username, String service) {
        var starter = api.as(username);
        var form = starter.get("/services")
                .valueStream()
                .filter(found -> found.get("key").asString().equals(service))
                .findFirst()
                .orElseThrow(() -> new AssertionError(username + " may not start " + service))
                .get("form");
        return insist("start", form, new LinkedHashMap<>(), starter, "/services/" + service + "/instances")
                .get("id")
                .asString();
    }

    /** Walks until nothing is open. @return the case as its starter sees it at last */
    public JsonNode walk(String caseId) {
        var admin = api.as("admin");
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            var instance = admin.get("/admin/instances/" + caseId);
            if (!instance.at("/instance/status").asString().equals("RUNNING")) {
                return admin.get("/instances/" + caseId);
            }
            var open = instance.get("tasks");
            if (open.isEmpty()) {
                throw new AssertionError("Case %s stands still after %s: %s".formatted(caseId, walked, instance));
            }
            step(open.get(random.nextInt(open.size())));
        }
        throw new AssertionError("Case %s does not end: %s".formatted(caseId, walked));
    }

    /** Completes one open task, as one of those who may. */
    public void step(JsonNode open) {
        var candidates = open.get("candidates");
        if (candidates.isEmpty()) {
            throw new AssertionError("Nobody may act on " + open);
        }
        var person = api.as(candidates.get(random.nextInt(candidates.size())).asString());
        var id = open.get("id").asString();
        var task = person.get("/tasks/" + id);
        insist(
                open.get("step").asString(),
                task.get("form"),
                JSON.convertValue(task.get("values"), new TypeReference<LinkedHashMap<String, Object>>() {}),
                person,
                "/tasks/" + id + "/complete");
        walked.add(open.get("step").asString());
    }

    private JsonNode insist(String step, JsonNode form, Map<String, Object> values, Api person, String path) {
        Api.Answer answer = null;
        Map<String, Object> submitted = Map.of();
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            submitted = new LinkedHashMap<>(new FormFiller(random, address -> codes(person, address), eagerness(step))
                    .fill(form.toString(), values));
            decisions.decide(step, submitted);
            answer = person.post(path, Map.of("values", submitted, "opinion", "同意"));
            if (answer.status() < 300) {
                return answer.body();
            }
            if (answer.status() != 422) {
                break;
            }
        }
        throw new AssertionError("%s refuses %s: %s".formatted(step, submitted, answer));
    }

    /** A robot that has come by often wants to get on. */
    private double eagerness(String step) {
        return Math.min(1, 0.6 + 0.1 * walked.stream().filter(step::equals).count());
    }

    private List<String> codes(Api person, String address) {
        return records.computeIfAbsent(
                address,
                any -> person.get(address + (address.contains("?") ? "&" : "?") + "size=20")
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("code").asString())
                        .toList());
    }
}
