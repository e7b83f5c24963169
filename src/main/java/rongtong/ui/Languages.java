package rongtong.ui;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Which language a request is answered in: the one chosen on the screen, which a cookie remembers; for a program its
 * {@code Accept-Language}; Chinese if neither says.
 */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    static final List<Locale> ALL = List.of(CHINESE, ENGLISH);

    private static final String COOKIE = "rongtong-language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).orElseGet(() -> isProgram(request) ? accepted(request) : CHINESE);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null) {
            var cookie = ResponseCookie.from(COOKIE, known(locale).toLanguageTag())
                    .path("/")
                    .maxAge(REMEMBERED)
                    .httpOnly(true)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    /** Switches the screens of this session; the pages already open follow when they are loaded again. */
    public void choose(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        LocaleContextHolder.setLocale(language);
        if (VaadinService.getCurrentRequest() instanceof VaadinServletRequest request
                && VaadinService.getCurrentResponse() instanceof VaadinServletResponse response) {
            setLocale(request.getHttpServletRequest(), response.getHttpServletResponse(), language);
        }
    }

    /** What the person chose on a screen of this browser, now or earlier. */
    Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .map(tag -> known(Locale.forLanguageTag(tag)));
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static Locale accepted(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? CHINESE : known(request.getLocale());
    }

    private static Locale known(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }
}
