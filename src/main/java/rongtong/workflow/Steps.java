package rongtong.workflow;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what a procedure adds to a user task. */
@Component
public class Steps {

    private final ObjectProvider<Step> beans;
    private volatile Map<String, Step> byId = Map.of();

    Steps(ObjectProvider<Step> beans) {
        this.beans = beans;
    }

    /** @return a step that adds nothing, where the procedure has none */
    public Step of(String process, String step) {
        if (byId.isEmpty()) {
            byId = beans.stream().collect(Collectors.toMap(Step::id, Function.identity()));
        }
        var id = process + "/" + step;
        return byId.getOrDefault(id, new Plain(id));
    }

    private record Plain(String id) implements Step {}
}
