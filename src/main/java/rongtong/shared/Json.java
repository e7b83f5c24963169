package rongtong.shared;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers of forms as JSON text, the way {@code jsonb} columns keep them. */
@Component
public class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** @throws tools.jackson.core.JacksonException if the text is no JSON object */
    public Map<String, Object> readObject(String text) {
        return mapper.readValue(text, new TypeReference<>() {});
    }
}
