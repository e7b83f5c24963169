package rongtong.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.shared.Texts;

/** Words an error as {@code application/problem+json}. */
@Component
public class Problems {

    /** The types of problems are addresses that never change; nothing is served there. */
    private static final String TYPES = "https://rongtong.invalid/problems/";

    private final Texts texts;
    private final Json json;

    Problems(Texts texts, Json json) {
        this.texts = texts;
        this.json = json;
    }

    /**
     * @param word ends the type, such as {@code not-found}; a title stands in the bundle under {@code rest.title.<word>}
     * @param detail what is wrong and what to do
     */
    public ProblemDetail of(HttpStatus status, String word, Message detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, texts.of(detail));
        problem.setType(URI.create(TYPES + word));
        problem.setTitle(texts.of("rest.title." + word));
        return problem;
    }

    /** For a filter, which stands before Spring MVC and must write by itself, in the language that the caller accepts. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String word, Message detail)
            throws IOException {
        var locale = language(request);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPES + word);
        body.put("title", texts.in(locale, Message.of("rest.title." + word)));
        body.put("status", status.value());
        body.put("detail", texts.in(locale, detail));
        body.put("instance", request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.getOutputStream().write(json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    private static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") != null
                        && request.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }
}
