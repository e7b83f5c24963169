package rongtong.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import rongtong.rest.Problems;
import rongtong.shared.Message;

/** A one-time password opens nothing to a program but the call that replaces it. */
class OneTimePasswordFilter extends OncePerRequestFilter {

    private static final RequestMatcher CHANGE =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/me/password");

    private final CurrentUser user;
    private final Passwords passwords;
    private final Problems problems;

    OneTimePasswordFilter(CurrentUser user, Passwords passwords, Problems problems) {
        this.user = user;
        this.passwords = passwords;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (user.isPresent() && passwords.mustBeChanged() && !CHANGE.matches(request)) {
            problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "password-change-required",
                    Message.of("identity.password-change-required"));
            return;
        }
        chain.doFilter(request, response);
    }
}
