package rongtong.document.official;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import rongtong.document.DocumentSettings;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.TooOften;

/**
 * Says to anybody, without login, whether a paper is one that was issued here. Whether the number or the code is wrong is
 * not said, and nobody may try often.
 */
@Service
public class Verifications {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CLIENTS = 10_000;
    private static final long LARGEST_FILE = 20L * 1024 * 1024;

    private final OfficialRecords records;
    private final DocumentSettings settings;
    private final Clock clock;
    private final Map<String, Tries> triesOf = new ConcurrentHashMap<>();

    Verifications(OfficialRecords records, DocumentSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    private record Tries(Instant since, int number) {}

    /**
     * The document with this number and code; nothing if either is wrong.
     *
     * @param client network address of whoever asks
     * @throws TooOften if the client has asked too often within a minute
     */
    public Optional<OfficialDocument> byCode(String client, String number, String code) {
        count(client);
        if (number.length() > 100 || code.length() > 50 || number.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return records.byCode(normal(number), code);
    }

    /**
     * The document that this file is, to the last bit; nothing if it is none, or was altered. The file is not kept.
     *
     * @throws TooOften if the client has asked too often within a minute
     * @throws RuleViolation if the file is larger than documents are
     */
    public Optional<OfficialDocument> byFile(String client, InputStream file) throws IOException {
        count(client);
        var digest = sha256();
        try (var in = new DigestInputStream(file, digest)) {
            var buffer = new byte[64 * 1024];
            var size = 0L;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > LARGEST_FILE) {
                    throw new RuleViolation(Message.of("document.verify.too-large", LARGEST_FILE / 1024 / 1024));
                }
            }
        }
        return records.byHash(HexFormat.of().formatHex(digest.digest()));
    }

    /** Numbers as people type them: with other brackets and blanks. */
    private static String normal(String number) {
        return number.replaceAll("\\s", "").replaceAll("[\\[\\(（【﹝［]", "〔").replaceAll("[\\]\\)）】﹞］]", "〕");
    }

    private void count(String client) {
        var now = clock.instant();
        if (triesOf.size() > MOST_CLIENTS) {
            triesOf.values().removeIf(tries -> isOver(tries, now));
        }
        var tries = triesOf.merge(
                client,
                new Tries(now, 1),
                (before, first) -> isOver(before, now) ? first : new Tries(before.since(), before.number() + 1));
        if (tries.number() > settings.verificationsPerMinute()) {
            var patience = Duration.between(now, tries.since().plus(WINDOW));
            throw new TooOften(Message.of("document.verify.too-often", patience.toSeconds() + 1), patience);
        }
    }

    private static boolean isOver(Tries tries, Instant now) {
        return tries.since().plus(WINDOW).isBefore(now);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
