package rongtong.rest;

import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;
import rongtong.shared.Texts;
import rongtong.shared.TooOften;

/** Turns whatever a call throws into a problem that says what is wrong and what to do, in the caller's language. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int DEEPEST = 20;

    /** PostgreSQL's codes for text that no text may be: NUL characters above all. */
    private static final Set<String> UNREADABLE = Set.of("22021", "22P05");

    /** PostgreSQL's code for days beyond its calendar. */
    private static final String NO_SUCH_DAY = "22008";

    private final Problems problems;
    private final Texts texts;
    private final Clock clock;

    ProblemAdvice(Problems problems, Texts texts, Clock clock) {
        this.problems = problems;
        this.texts = texts;
        this.clock = clock;
    }

    /** Wrapped or not: what a step of a process throws may arrive inside the engine's own exception. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            var problem = expected(cause);
            if (problem.isPresent()) {
                var answer = ResponseEntity.status(problem.get().getStatus());
                if (cause instanceof TooOften patience) {
                    answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(patience.seconds()));
                }
                return answer.body(problem.get());
            }
            cause = cause.getCause();
        }
        var problem = unexpected(thrown);
        return ResponseEntity.internalServerError().body(problem);
    }

    private Optional<ProblemDetail> expected(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case RuleViolation no -> ruleSaysNo(no);
                    case SomebodyWasFirst first -> somebodyWasFirst(first);
                    case NotFound gone -> problems.of(HttpStatus.NOT_FOUND, "not-found", Message.of("rest.not-found"));
                    case AccessDeniedException denied ->
                        problems.of(HttpStatus.FORBIDDEN, "forbidden", Message.of("rest.forbidden"));
                    case TooOften patience ->
                        problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-often", patience.explanation());
                    case AuthenticationException stranger ->
                        problems.of(HttpStatus.UNAUTHORIZED, "unauthorized", Message.of("rest.unauthorized"));
                    case ConcurrencyFailureException meanwhile ->
                        problems.of(HttpStatus.CONFLICT, "conflict", Message.of("rest.changed-meanwhile"));
                    case MethodArgumentTypeMismatchException wrong ->
                        problems.of(
                                HttpStatus.BAD_REQUEST,
                                "bad-request",
                                Message.of("rest.bad-parameter", wrong.getName()));
                    case InvalidParameterException undecodable ->
                        problems.of(HttpStatus.BAD_REQUEST, "bad-request", Message.of("rest.bad-request"));
                    case MultipartException unreadable ->
                        problems.of(HttpStatus.BAD_REQUEST, "bad-request", Message.of("rest.bad-request"));
                    case SQLException unreadable
                    when UNREADABLE.contains(unreadable.getSQLState()) ->
                        problems.of(HttpStatus.BAD_REQUEST, "bad-request", Message.of("rest.bad-text"));
                    case SQLException never
                    when NO_SUCH_DAY.equals(never.getSQLState()) ->
                        problems.of(HttpStatus.BAD_REQUEST, "bad-request", Message.of("rest.bad-request"));
                    default -> null;
                });
    }

    private ProblemDetail ruleSaysNo(RuleViolation no) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "validation", no.explanation());
        problem.setProperty("errors", errors(no.fields()));
        return problem;
    }

    private List<Map<String, String>> errors(List<RuleViolation.FieldError> fields) {
        return fields.stream()
                .map(field -> Map.of("field", field.field(), "message", texts.of(field.message())))
                .toList();
    }

    private ProblemDetail somebodyWasFirst(SomebodyWasFirst first) {
        var at = OffsetDateTime.ofInstant(first.at(), clock.getZone());
        var problem = problems.of(
                HttpStatus.CONFLICT,
                "somebody-was-first",
                Message.of("rest.somebody-was-first", first.actor(), at.toString(), first.deed()));
        problem.setProperty("actor", first.actor());
        problem.setProperty("at", at);
        problem.setProperty("deed", texts.of(first.deed()));
        return problem;
    }

    private ProblemDetail unexpected(Throwable thrown) {
        var reference = Long.toHexString(System.nanoTime() ^ thrown.hashCode()).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}", reference, thrown);
        var problem = problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", Message.of("rest.internal", reference));
        problem.setProperty("reference", reference);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "validation", Message.of("rest.fields", invalid.getErrorCount()));
        problem.setProperty(
                "errors",
                invalid.getFieldErrors().stream()
                        .map(field ->
                                Map.of("field", field.getField(), "message", String.valueOf(field.getDefaultMessage())))
                        .toList());
        return ResponseEntity.unprocessableContent().body(problem);
    }

    /** All that Spring MVC itself refuses: unknown addresses, methods and media types, parameters and bodies it cannot read. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        var status = HttpStatus.valueOf(code.value());
        var problem = switch (status) {
            case NOT_FOUND -> problems.of(status, "not-found", Message.of("rest.not-found"));
            case METHOD_NOT_ALLOWED -> problems.of(status, "method-not-allowed", Message.of("rest.method-not-allowed"));
            case NOT_ACCEPTABLE -> problems.of(status, "not-acceptable", Message.of("rest.not-acceptable"));
            case UNSUPPORTED_MEDIA_TYPE ->
                problems.of(status, "unsupported-media-type", Message.of("rest.unsupported-media-type"));
            case CONTENT_TOO_LARGE -> problems.of(status, "too-large", Message.of("rest.too-large"));
            default ->
                status.is5xxServerError()
                        ? unexpected(refused)
                        : problems.of(status, "bad-request", badRequest(refused));
        };
        return new ResponseEntity<>(problem, headers, status);
    }

    private static Message badRequest(Exception refused) {
        return switch (refused) {
            case MissingServletRequestParameterException missing ->
                Message.of("rest.missing-parameter", missing.getParameterName());
            case MethodArgumentTypeMismatchException wrong -> Message.of("rest.bad-parameter", wrong.getName());
            default -> Message.of("rest.bad-request");
        };
    }
}
