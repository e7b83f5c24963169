package rongtong.identity;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import rongtong.rest.Problems;
import rongtong.shared.Message;

/**
 * Who may reach which address. Refused unless listed: programs under {@code /api} log in with each call, people at the
 * screens once for a session; which screen and which deed is for whom is said at the screen and at the service.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class Security {

    /** Vaadin starts from a script in the page and evaluates what the server sends; nothing comes from elsewhere. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self' blob:",
            "frame-ancestors 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'");

    /** Parts of the screens that hold no data. */
    private static final List<String> FILES = List.of(
            "/*.css",
            "/*.js",
            "/*.svg",
            "/images/**",
            "/icons/**",
            "/lumo/**",
            "/webjars/**",
            "/mvnpm/**",
            "/_static/**",
            "/VAADIN/build/**");

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    AuthenticationManager authenticationManager(AccountAuthentication accounts) {
        return new ProviderManager(accounts);
    }

    /** What programs call. */
    @Bean
    @Order(1)
    SecurityFilterChain programFilters(
            HttpSecurity http,
            Problems problems,
            Tokens tokens,
            Accounts accounts,
            CurrentUser user,
            Passwords passwords) {
        var stranger = stranger(problems);
        http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(stranger))
                .addFilterBefore(new TokenFilter(tokens, accounts, stranger), BasicAuthenticationFilter.class)
                .addFilterAfter(new OneTimePasswordFilter(user, passwords, problems), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(stranger).accessDeniedHandler(forbidden(problems)))
                .authorizeHttpRequests(calls -> calls.requestMatchers(
                                HttpMethod.GET,
                                "/api/v1/notices/**",
                                "/api/v1/notices",
                                "/api/v1/alliances",
                                "/api/v1/alliances/**",
                                "/api/v1/public/**")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST, "/api/v1/notices/*/objections", "/api/v1/public/objections/*/evidence")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/admin/**")
                        .hasAnyRole(Role.ADMINISTRATOR.name(), Role.AUDITOR.name())
                        .requestMatchers("/api/v1/admin/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .requestMatchers("/api/v1/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll());
        headers(http);
        return http.build();
    }

    /** The description of the interface: for whoever is logged in, at a screen or by HTTP Basic. */
    @Bean
    @Order(2)
    SecurityFilterChain descriptionFilters(HttpSecurity http) {
        http.securityMatcher(
                        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .httpBasic(basic -> basic.realmName("rongtong"))
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated());
        headers(http);
        return http.build();
    }

    /** What people see: the screens, and files that hold no data. */
    @Bean
    @Order(3)
    SecurityFilterChain screenFilters(HttpSecurity http) {
        http.authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health", "/actuator/health/**", "/error")
                .permitAll()
                .requestMatchers(FILES.toArray(String[]::new))
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole(Role.ADMINISTRATOR.name()));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                screens -> screens.loginView("/login").anyRequest(address -> address.authenticated()));
        headers(http);
        http.headers(Security::beforeVaadinAnswers);
        return http.build();
    }

    /**
     * Vaadin answers from behind a forward, which closes the response before Spring Security would add its headers; so
     * they are written first, those against caching only where the answer is not a file.
     */
    private static void beforeVaadinAnswers(HeadersConfigurer<HttpSecurity> headers) {
        var paths = PathPatternRequestMatcher.withDefaults();
        var files = new OrRequestMatcher(FILES.stream().map(paths::matcher).toArray(RequestMatcher[]::new));
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(files), new CacheControlHeadersWriter()))
                .withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    @Override
                    public <O extends HeaderWriterFilter> O postProcess(O filter) {
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }

    private static void headers(HttpSecurity http) {
        http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }

    private static AuthenticationEntryPoint stranger(Problems problems) {
        return (request, response, refused) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"rongtong\", charset=\"UTF-8\"");
            problems.write(request, response, HttpStatus.UNAUTHORIZED, "unauthorized", whyRefused(refused));
        };
    }

    private static Message whyRefused(AuthenticationException refused) {
        return switch (refused) {
            case AccountLocked locked -> locked.explanation();
            case BadCredentialsException wrong -> Message.of("identity.wrong-credentials");
            case DisabledException disabled -> Message.of("identity.disabled");
            default -> Message.of("rest.unauthorized");
        };
    }

    private static AccessDeniedHandler forbidden(Problems problems) {
        return (request, response, denied) ->
                problems.write(request, response, HttpStatus.FORBIDDEN, "forbidden", Message.of("rest.forbidden"));
    }
}
