package rongtong.ledger.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.shared.NotFound;

/** The filters of a list as the address of its page says them, so that it can be bookmarked and sent on. */
final class AddressLine implements Serializable {

    private final LinkedHashMap<String, String> parameters = new LinkedHashMap<>();

    static AddressLine of(Location location) {
        var line = new AddressLine();
        location.getQueryParameters().getParameters().forEach((name, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                line.parameters.put(name, values.getFirst());
            }
        });
        return line;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Nothing where the address says no word we know. */
    <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        return text(name)
                .flatMap(text -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equalsIgnoreCase(text))
                        .findFirst())
                .orElse(null);
    }

    boolean isEmpty() {
        return parameters.isEmpty();
    }

    /** Keeps a filter, or forgets it if there is nothing to keep, and writes the line without loading anything. */
    void put(String path, String name, @Nullable Object value) {
        var text = value == null ? "" : value.toString().strip();
        if (text.isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, text);
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(path, QueryParameters.simple(Map.copyOf(parameters))));
    }

    static UUID id(String kind, Optional<String> text) {
        try {
            return UUID.fromString(text.orElse(""));
        } catch (IllegalArgumentException noId) {
            throw new NotFound(kind, text.orElse(""));
        }
    }
}
