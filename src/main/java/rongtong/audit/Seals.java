package rongtong.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals the trail: each seal is a hash over the one before it and the entries since. Entries are sealed some time after
 * they were written and not in the transaction of the deed, because a chain from entry to entry would let only one
 * transaction run at a time. A seal covers the transactions that had all ended when it was made, so that no entry can
 * turn up late.
 */
@Component
class Seals {

    private static final long LOCK = 7_317_001L;

    private final JdbcClient jdbc;
    private final Clock clock;

    Seals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Seal(long number, String upto, long entries, byte[] hash) {

        static final Seal NONE = new Seal(0, "0", 0, new byte[0]);
    }

    private record Hashed(long entries, byte[] hash) {}

    /** Of two nodes that try at once one does nothing. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    @Transactional
    public void seal() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single()) {
            return;
        }
        var last = jdbc.sql("select number, upto::text, entries, hash from audit.seal order by number desc limit 1")
                .query(Seal.class)
                .optional()
                .orElse(Seal.NONE);
        var upto = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        var hashed = hash(last, upto);
        if (hashed.entries() == 0) {
            return;
        }
        jdbc.sql("""
                        insert into audit.seal (number, upto, entries, hash, at)
                        values (:number, :upto::xid8, :entries, :hash, :at)
                        """)
                .param("number", last.number() + 1)
                .param("upto", upto)
                .param("entries", hashed.entries())
                .param("hash", hashed.hash())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    @Transactional(readOnly = true)
    public Verification verify() {
        var seals = jdbc.sql("select number, upto::text, entries, hash from audit.seal order by number")
                .query(Seal.class)
                .list();
        var broken = new ArrayList<Long>();
        long entries = 0;
        var before = Seal.NONE;
        for (var seal : seals) {
            var now = hash(before, seal.upto());
            if (seal.number() != before.number() + 1
                    || now.entries() != seal.entries()
                    || !Arrays.equals(now.hash(), seal.hash())) {
                broken.add(seal.number());
            }
            entries += seal.entries();
            before = seal;
        }
        return new Verification(seals.size(), entries, broken);
    }

    private Hashed hash(Seal before, String upto) {
        var digest = sha256();
        digest.update(before.hash());
        var count = new AtomicLong();
        try (var entries =
                jdbc.sql("""
                        select concat_ws(chr(31), id, transaction, extract(epoch from at), coalesce(actor, ''),
                            coalesce(organization, ''), action, subject, description, detail)
                        from audit.entry
                        where transaction >= :from::xid8 and transaction < :upto::xid8
                        order by transaction, id
                        """).param("from", before.upto()).param("upto", upto).query(String.class).stream()) {
            entries.forEach(entry -> {
                digest.update(entry.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 30);
                count.incrementAndGet();
            });
        }
        return new Hashed(count.get(), digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
