package rongtong.document.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends files so that a browser saves them and never runs anything in them. */
final class Download {

    private Download() {}

    /** @param size in bytes */
    static void head(HttpServletResponse response, String name, String mediaType, long size, String sha256) {
        response.setContentType(mediaType);
        response.setContentLengthLong(size);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.ETAG, "\"" + sha256 + "\"");
    }
}
