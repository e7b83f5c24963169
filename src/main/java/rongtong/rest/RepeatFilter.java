package rongtong.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import rongtong.shared.Message;

/**
 * Lets a program repeat a POST without doing anything twice: the same {@code Idempotency-Key} with the same body gives
 * the first answer again, with another body 422. An answer that failed on our side, or that asks to try again later, is not
 * kept; where something had been changed before, the call is refused from then on instead of done twice. Stands behind the
 * security filters, because a key belongs to an account.
 */
@Component
@Order(RepeatFilter.BEHIND_SECURITY)
class RepeatFilter extends OncePerRequestFilter {

    static final int BEHIND_SECURITY = 0;
    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    /** Bodies that are not multipart are JSON; none of ours comes near this size, in bytes. */
    static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final GivenAnswers answers;
    private final ChangesOfCalls changes;
    private final Problems problems;

    RepeatFilter(GivenAnswers answers, ChangesOfCalls changes, Problems problems) {
        this.answers = answers;
        this.changes = changes;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(KEY) == null
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = Objects.requireNonNull(request.getHeader(KEY)).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            problems.write(
                    request, response, HttpStatus.BAD_REQUEST, "bad-request", Message.of("rest.bad-key", LONGEST_KEY));
            return;
        }
        var repeatable = isMultipart(request) ? request : new RememberedBody(request);
        if (repeatable instanceof RememberedBody body && body.content.length > LARGEST_BODY) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "too-large", Message.of("rest.too-large"));
            return;
        }
        byte[] hash;
        try {
            hash = hash(repeatable);
        } catch (IOException | ServletException | RuntimeException unreadable) {
            refuse(request, response);
            return;
        }
        var caller = new GivenAnswers.Key(key, user(request));
        switch (answers.claim(caller, hash)) {
            case GivenAnswers.Claim.First first -> answerFirst(repeatable, response, chain, caller);
            case GivenAnswers.Claim.Again again -> repeat(response, again.answer());
            case GivenAnswers.Claim.OtherBody other ->
                problems.write(
                        request,
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "key-reused",
                        Message.of("rest.key-reused"));
            case GivenAnswers.Claim.AnswerLost lost ->
                problems.write(request, response, HttpStatus.CONFLICT, "answer-lost", Message.of("rest.answer-lost"));
            case GivenAnswers.Claim.StillAtWork busy -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                problems.write(
                        request, response, HttpStatus.CONFLICT, "still-at-work", Message.of("rest.still-at-work"));
            }
        }
    }

    /** The parts of a body cannot be read: they are too much, or no parts. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "too-large", Message.of("rest.too-large"));
        } else {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "bad-request", Message.of("rest.bad-request"));
        }
    }

    private void answerFirst(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, GivenAnswers.Key caller)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        changes.begin(caller);
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()
                    && kept.getStatus() != HttpStatus.TOO_MANY_REQUESTS.value()
                    && !request.isAsyncStarted();
        } finally {
            changes.end();
            if (done) {
                answers.keep(
                        caller,
                        new GivenAnswers.Answer(
                                kept.getStatus(),
                                kept.getHeader(HttpHeaders.LOCATION),
                                kept.getContentType(),
                                kept.getContentAsByteArray()));
            } else {
                answers.forget(caller);
            }
        }
        kept.copyBodyToResponse();
    }

    private static void repeat(HttpServletResponse response, GivenAnswers.Answer answer) throws IOException {
        response.setStatus(answer.status());
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.mediaType() != null) {
            response.setContentType(answer.mediaType());
        }
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body());
    }

    private static String user(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    /** Of the address and of what was sent; in a multipart body the boundary, which differs each time, is left out. */
    private static byte[] hash(HttpServletRequest request) throws IOException, ServletException {
        var digest = sha256();
        digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '?');
        digest.update(Objects.requireNonNullElse(request.getQueryString(), "").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        if (request instanceof RememberedBody body) {
            digest.update(body.content);
            return digest.digest();
        }
        for (var part : request.getParts()) {
            var name = part.getName() + "\0" + part.getSubmittedFileName() + "\0" + part.getSize() + "\0";
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            try (var content = part.getInputStream()) {
                new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A request whose body has been read once and can be read again. */
    private static final class RememberedBody extends HttpServletRequestWrapper {

        private final byte[] content;

        RememberedBody(HttpServletRequest request) throws IOException {
            super(request);
            this.content = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(content);
            return new Rereading(bytes);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Rereading extends ServletInputStream {

        private final InputStream bytes;

        Rereading(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            try {
                return bytes.available() == 0;
            } catch (IOException impossible) {
                return true;
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body has been read already");
        }
    }
}
