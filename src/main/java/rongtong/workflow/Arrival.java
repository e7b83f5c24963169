package rongtong.workflow;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * When the request at work reached the server: taken before anything else looks at it, whether it comes from a screen or from
 * a program. What has a closing minute is decided by this time, however long the work that follows waits or takes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Arrival extends OncePerRequestFilter {

    private static final ThreadLocal<Instant> RECEIVED = new ThreadLocal<>();

    private final Clock clock;

    Arrival(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RECEIVED.set(clock.instant());
        try {
            chain.doFilter(request, response);
        } finally {
            RECEIVED.remove();
        }
    }

    /** Time of receipt; now, where no request is at work. */
    public Instant at() {
        var received = RECEIVED.get();
        return received == null ? clock.instant() : received;
    }

    /** Does the work with one time of receipt from begin to end, also where it is begun by no request. */
    public <T> T during(Supplier<T> work) {
        if (RECEIVED.get() != null) {
            return work.get();
        }
        RECEIVED.set(clock.instant());
        try {
            return work.get();
        } finally {
            RECEIVED.remove();
        }
    }
}
