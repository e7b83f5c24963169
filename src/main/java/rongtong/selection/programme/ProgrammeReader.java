package rongtong.selection.programme;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a programme that a program sent: what is left out is empty, what cannot be meant is said at its place. */
@Component
class ProgrammeReader {

    private static final JsonSetter.Value EMPTY = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);

    private final JsonMapper mapper;

    ProgrammeReader(JsonMapper mapper) {
        this.mapper = mapper.rebuild()
                .changeDefaultNullHandling(nulls -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .withConfigOverride(String.class, texts -> texts.setNullHandling(EMPTY))
                .withConfigOverride(List.class, lists -> lists.setNullHandling(EMPTY))
                .withConfigOverride(Set.class, sets -> sets.setNullHandling(EMPTY))
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    /**
     * @param key and {@code version} take the place of those in the definition
     * @throws RuleViolation at the place that cannot be read
     */
    Programme read(JsonNode definition, String key, int version) {
        try {
            var programme = mapper.treeToValue(definition, Programme.class);
            return programme.numbered(key, version);
        } catch (JacksonException unreadable) {
            var message = Message.of("selection.programme.check.unreadable");
            throw new RuleViolation(message, List.of(new FieldError(place(unreadable), message)));
        }
    }

    private static String place(JacksonException unreadable) {
        var path = unreadable.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
