package rongtong.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the embedded database, which one running application has for itself. */
final class DataDirectory {

    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DataDirectory() {}

    /** Another running application has the folder. */
    static final class InUse extends RuntimeException {

        InUse(Path directory) {
            super("The data folder %s is in use by another running Rongtong.".formatted(directory));
        }
    }

    /**
     * Stops the database server that an application left behind when it was killed.
     *
     * @throws InUse if the application that started the server still runs
     */
    static void makeFree(Path directory) throws IOException {
        if (isLocked(directory)) {
            throw new InUse(directory);
        }
        var left = server(directory);
        if (left.isPresent()) {
            log.info(
                    "Stopping the database server {} that was left behind",
                    left.get().pid());
            stop(left.get());
        }
    }

    /** Whoever runs the server holds this lock as long as it lives. */
    private static boolean isLocked(Path directory) throws IOException {
        var lock = directory.resolve("epg-lock");
        if (Files.notExists(lock)) {
            return false;
        }
        try (var file = new RandomAccessFile(lock.toFile(), "rw");
                var held = file.getChannel().tryLock()) {
            return held == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    /** The first line of {@code postmaster.pid} is the server's process; after a crash it may be anybody's by now. */
    private static Optional<ProcessHandle> server(Path directory) throws IOException {
        var file = directory.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stays) {
            log.warn("The database server {} does not stop", server.pid());
        }
    }
}
