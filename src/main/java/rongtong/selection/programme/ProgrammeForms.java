package rongtong.selection.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import rongtong.shared.NotFound;

/** The application forms that a track may name: {@code forms/selection/application-*.form}. */
@Component
public class ProgrammeForms {

    private static final String FILES = "classpath*:forms/selection/application-*.form";
    private static final String ENDING = ".form";

    private final Map<String, String> forms = new TreeMap<>();

    ProgrammeForms() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                var name = Objects.requireNonNull(file.getFilename());
                forms.put(
                        name.substring(0, name.length() - ENDING.length()),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The application forms on the classpath cannot be read", unreadable);
        }
    }

    /** Ids of all of them, in order. */
    public List<String> ids() {
        return List.copyOf(forms.keySet());
    }

    /** @return form-js JSON @throws NotFound if there is no such form */
    public String json(String id) {
        var form = forms.get(id);
        if (form == null) {
            throw new NotFound("form", id);
        }
        return form;
    }
}
