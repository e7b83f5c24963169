package rongtong.database;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says in one sentence why the application cannot start with this database, and in another what to do. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFailureAnalyzer implements FailureAnalyzer {

    private static final String OWN = "SPRING_DATASOURCE_URL";

    private final String url;
    private final String username;

    DatabaseFailureAnalyzer(Environment environment) {
        this.url = environment.getProperty("spring.datasource.url", "");
        this.username = environment.getProperty("spring.datasource.username", "");
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var causes = causes(failure);
        for (var cause : causes) {
            if (cause instanceof DataDirectory.InUse inUse) {
                return new FailureAnalysis(
                        String.valueOf(inUse.getMessage()),
                        "Stop the other one, or give this one a folder of its own: --rongtong.database.directory=…",
                        failure);
            }
        }
        if (url.isEmpty()) {
            return null;
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            return new FailureAnalysis(
                    "%s is \"%s\", which is no PostgreSQL database.".formatted(OWN, shown()),
                    "Write it like jdbc:postgresql://host:5432/rongtong",
                    failure);
        }
        return causes.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(cause -> analysis(cause, causes, failure).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<FailureAnalysis> analysis(SQLException cause, List<Throwable> causes, Throwable failure) {
        var state = String.valueOf(cause.getSQLState());
        return switch (state) {
            case "28P01", "28000" ->
                because(
                        "The database at %s refuses the user \"%s\" with this password.".formatted(shown(), username),
                        "Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
                        failure);
            case "3D000" ->
                because(
                        "There is no such database on the server: %s.".formatted(shown()),
                        "Create it (create database …), or correct %s.".formatted(OWN),
                        failure);
            case "42501" ->
                because(
                        "The user \"%s\" may not create what Rongtong needs in %s.".formatted(username, shown()),
                        "Make the user the owner of the database (alter database … owner to …).",
                        failure);
            case "08001", "08006", "08004" -> because(unreachable(causes), connection(causes), failure);
            default -> Optional.empty();
        };
    }

    private String unreachable(List<Throwable> causes) {
        if (causes.stream().anyMatch(EOFException.class::isInstance)) {
            return "What answers at %s is no PostgreSQL server.".formatted(shown());
        }
        if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return "There is no computer of the name in %s.".formatted(shown());
        }
        if (causes.stream().anyMatch(DatabaseFailureAnalyzer::isTimeout)) {
            return "The database at %s does not answer.".formatted(shown());
        }
        return "The database at %s cannot be reached.".formatted(shown());
    }

    private static boolean isTimeout(Throwable cause) {
        return cause instanceof SocketTimeoutException
                || String.valueOf(cause.getMessage()).contains("timed out");
    }

    private static String connection(List<Throwable> causes) {
        return causes.stream().anyMatch(EOFException.class::isInstance)
                ? "Check host and port in %s.".formatted(OWN)
                : "Start it, or correct host and port in %s.".formatted(OWN);
    }

    private static Optional<FailureAnalysis> because(String description, String action, Throwable failure) {
        return Optional.of(new FailureAnalysis(description, action, failure));
    }

    /** The address without what follows the question mark, where a password might stand. */
    private String shown() {
        return url.replaceAll("\\?.*", "").replaceAll("//[^@/]*@", "//");
    }

    private static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (@Nullable Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
