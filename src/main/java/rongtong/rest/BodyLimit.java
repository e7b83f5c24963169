package rongtong.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import rongtong.shared.Message;

/**
 * Refuses JSON that only fills memory and database before any of it is read. What does not say how long it is, the JSON
 * parser breaks off ({@code spring.jackson.factory.constraints.read.max-document-length}).
 */
@Component
@Order(BodyLimit.BEFORE_REPEATS)
class BodyLimit extends OncePerRequestFilter {

    static final int BEFORE_REPEATS = RepeatFilter.BEHIND_SECURITY - 1;

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= RepeatFilter.LARGEST_BODY
                || request.getContentType() == null
                || !request.getContentType().contains("json");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "too-large", Message.of("rest.too-large"));
    }
}
