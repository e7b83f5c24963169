package rongtong.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs a program in by {@code Authorization: Bearer <personal token>}, for one call. */
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Accounts accounts;
    private final AuthenticationEntryPoint refused;

    TokenFilter(Tokens tokens, Accounts accounts, AuthenticationEntryPoint refused) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        var owner = tokens.owner(header.substring(SCHEME.length()).strip());
        if (owner.isEmpty()) {
            refused.commence(request, response, new BadCredentialsException("Unknown or expired token"));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(CurrentUser.authentication(accounts.get(owner.get())));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
