package rongtong.workflow.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The filters of a list as they stand in the address of the page, so that it can be bookmarked and sent on. */
final class AddressQuery implements Serializable {

    private final LinkedHashMap<String, String> parameters = new LinkedHashMap<>();

    static AddressQuery of(Location location) {
        var query = new AddressQuery();
        location.getQueryParameters().getParameters().forEach((name, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                query.parameters.put(name, values.getFirst());
            }
        });
        return query;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    boolean flag(String name) {
        return "true".equals(parameters.get(name));
    }

    /** 0 for nothing and for what is no number. */
    int number(String name) {
        var text = parameters.getOrDefault(name, "");
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** Empty for nothing and for what is no day. */
    Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** What the address says, or the fallback where it says nothing we know. */
    <E extends Enum<E>> E choice(String name, E fallback) {
        for (var constant : fallback.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(parameters.get(name))) {
                return constant;
            }
        }
        return fallback;
    }

    /** Nothing and false leave the address. */
    AddressQuery with(String name, Object value) {
        var text = String.valueOf(value).strip();
        if (text.isEmpty() || text.equals("false") || text.equals("0")) {
            parameters.remove(name);
        } else {
            parameters.put(name, text);
        }
        return this;
    }

    /** All that the address says. */
    Map<String, String> all() {
        return Map.copyOf(parameters);
    }

    /** Writes it into the address line without loading anything. */
    void show(String path) {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(copy())));
    }

    private Map<String, String> copy() {
        return new LinkedHashMap<>(parameters);
    }
}
