package rongtong.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The answers given to calls with an {@code Idempotency-Key}, for a day. An answer may hold a secret (a new token): it is
 * encrypted under the caller's key, of which only a hash is kept, so that nobody reads it in the table.
 */
@Component
class GivenAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    /** A call that has not answered after this time has died with its node; the next one may try. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final int GCM_TAG_BITS = 128;
    private static final int GCM_NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    GivenAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param user nothing but an empty text for a stranger */
    record Key(String key, String user) {

        /** What stands in the table for the key. */
        String hash() {
            return HexFormat.of().formatHex(sha256("find " + user + " " + key));
        }

        byte[] encrypt(byte[] body) {
            var nonce = new byte[GCM_NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var hidden = cipher(Cipher.ENCRYPT_MODE, nonce, body, 0);
            var both = Arrays.copyOf(nonce, nonce.length + hidden.length);
            System.arraycopy(hidden, 0, both, nonce.length, hidden.length);
            return both;
        }

        byte[] decrypt(byte[] kept) {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(kept, GCM_NONCE_BYTES), kept, GCM_NONCE_BYTES);
        }

        private byte[] cipher(int mode, byte[] nonce, byte[] text, int offset) {
            try {
                var aes = Cipher.getInstance("AES/GCM/NoPadding");
                var secret = new SecretKeySpec(sha256("read " + user + " " + key), "AES");
                aes.init(mode, secret, new GCMParameterSpec(GCM_TAG_BITS, nonce));
                return aes.doFinal(text, offset, text.length - offset);
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("Cannot keep or read an answer", failure);
            }
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** What the first call was answered. */
    record Answer(
            int status, @Nullable String location, @Nullable String mediaType, byte[] body) {}

    /** What a call with a key is to do. */
    sealed interface Claim {

        /** Nobody has used the key: go on. */
        record First() implements Claim {}

        /** The same call has been answered. */
        record Again(Answer answer) implements Claim {}

        /** The key has been used for something else. */
        record OtherBody() implements Claim {}

        /** The same call is still at work. */
        record StillAtWork() implements Claim {}

        /** The same call has changed something, but died before its answer was kept. */
        record AnswerLost() implements Claim {}
    }

    /** Waits a while for a call with the same key that is at work. */
    Claim claim(Key key, byte[] hash) {
        var giveUp = clock.instant().plus(PATIENCE);
        while (true) {
            if (isFirst(key, hash)) {
                return new Claim.First();
            }
            var earlier = read(key);
            if (earlier.isPresent()) {
                if (!Arrays.equals(earlier.get().hash(), hash)) {
                    return new Claim.OtherBody();
                }
                var answer = earlier.get().answer();
                if (answer != null) {
                    return new Claim.Again(answer);
                }
                if (earlier.get().died(clock.instant())) {
                    return new Claim.AnswerLost();
                }
            }
            if (clock.instant().isAfter(giveUp)) {
                return new Claim.StillAtWork();
            }
            pause();
        }
    }

    void keep(Key key, Answer answer) {
        jdbc.sql("""
                        update rest.answer
                        set status = :status, location = :location, media_type = :mediaType, body = :body
                        where key = :key and username = :user
                        """)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("mediaType", answer.mediaType())
                .param("body", key.encrypt(answer.body()))
                .param("key", key.hash())
                .param("user", key.user())
                .update();
    }

    /** Notes, in the transaction of the call, that it has changed something: it must not be done again. */
    void changed(Key key) {
        jdbc.sql("""
                        update rest.answer set changed = true
                        where key = :key and username = :user and pg_current_xact_id_if_assigned() is not null
                        """).param("key", key.hash()).param("user", key.user()).update();
    }

    /** A call has failed: it may be tried again, unless it has changed something before. */
    void forget(Key key) {
        jdbc.sql("""
                        with failed as (
                            update rest.answer set asked_at = :dead where key = :key and username = :user and changed
                        )
                        delete from rest.answer where key = :key and username = :user and not changed
                        """)
                .param("dead", clock.instant().minus(LONGEST_CALL).atOffset(ZoneOffset.UTC))
                .param("key", key.hash())
                .param("user", key.user())
                .update();
    }

    /** Two nodes may do this at once without harm. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from rest.answer where asked_at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isFirst(Key key, byte[] hash) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into rest.answer (key, username, hash, asked_at)
                        values (:key, :user, :hash, :now)
                        on conflict (key, username) do update set asked_at = :now
                            where answer.status is null and answer.asked_at < :dead and answer.hash = :hash
                                and not answer.changed
                        """)
                        .param("key", key.hash())
                        .param("user", key.user())
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("dead", now.minus(LONGEST_CALL).atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private record Earlier(byte[] hash, @Nullable Answer answer, Instant askedAt) {

        boolean died(Instant now) {
            return !askedAt.plus(LONGEST_CALL).isAfter(now);
        }
    }

    private Optional<Earlier> read(Key key) {
        return jdbc.sql("""
                        select hash, status, location, media_type, body, asked_at
                        from rest.answer
                        where key = :key and username = :user
                        """)
                .param("key", key.hash())
                .param("user", key.user())
                .query((row, number) -> {
                    int status = row.getInt("status");
                    var answer = row.wasNull()
                            ? null
                            : new Answer(
                                    status,
                                    row.getString("location"),
                                    row.getString("media_type"),
                                    key.decrypt(row.getBytes("body")));
                    return new Earlier(
                            row.getBytes("hash"),
                            answer,
                            row.getTimestamp("asked_at").toInstant());
                })
                .optional();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another call was at work", interrupted);
        }
    }
}
