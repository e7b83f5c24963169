package rongtong.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;
import rongtong.shared.Texts;

/** What a browser gets where no screen answers, such as for a file that is not there. */
@Component("error")
class PlainErrorPage implements View {

    private final Texts texts;

    PlainErrorPage(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String getContentType() {
        return MediaType.TEXT_HTML_VALUE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = model != null && model.get("status") instanceof Integer number ? number : 500;
        var key = switch (status) {
            case 401, 403 -> "ui.no-access";
            case 404, 405 -> "ui.no-page";
            default -> "ui.no-answer";
        };
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("""
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="%s/rongtong.css">
                </head>
                <body>
                <main class="error-page">
                <span class="error-mark">%d</span>
                <h1>%s</h1>
                <p>%s</p>
                <a class="button-link" href="%s/">%s</a>
                </main>
                </body>
                </html>
                """.formatted(
                        texts.of("ui.language-tag"),
                        text(key),
                        request.getContextPath(),
                        status,
                        text(key),
                        text(key + ".do"),
                        request.getContextPath(),
                        text("ui.to-workbench")));
    }

    private String text(String key) {
        return HtmlUtils.htmlEscape(texts.of(key));
    }
}
