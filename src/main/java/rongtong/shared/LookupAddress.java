package rongtong.shared;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a picker gets its choices from, as a form writes it: {@code /organizations?kind=school} below {@code /api/v1}.
 *
 * @param path without {@code /api/v1}
 * @param parameters decoded; of one that is given twice the first counts
 */
public record LookupAddress(String path, Map<String, String> parameters) {

    private static final String BASE = "/api/v1";

    public static LookupAddress parse(String address) {
        var parts = UriComponentsBuilder.fromUriString(address).build();
        var path = parts.getPath() == null ? "" : parts.getPath();
        var parameters = parts.getQueryParams().toSingleValueMap().entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        parameter -> URLDecoder.decode(parameter.getValue(), StandardCharsets.UTF_8)));
        return new LookupAddress(path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path, parameters);
    }

    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }
}
