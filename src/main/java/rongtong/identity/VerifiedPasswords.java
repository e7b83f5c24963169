package rongtong.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Remembers for some minutes that a password was right, so that a program that logs in with each call does not cost a
 * BCrypt each time. Keeps no password, only its HMAC under a key that lives as long as the process; what is remembered
 * holds only as long as the account's hash is the one that was checked, so a changed password counts at once on every
 * node.
 */
@Component
class VerifiedPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Verified> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    });

    VerifiedPasswords(PasswordEncoder passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    private record Verified(String hash, Instant until) {}

    /** @param hash BCrypt hash that the account has now */
    boolean matches(String username, String password, String hash) {
        var code = code(username, password);
        var known = remembered.get(code);
        if (known != null && known.hash().equals(hash) && known.until().isAfter(clock.instant())) {
            return true;
        }
        if (!passwords.matches(password, hash)) {
            return false;
        }
        remembered.put(code, new Verified(hash, clock.instant().plus(REMEMBERED)));
        return true;
    }

    private String code(String username, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((username + "\0" + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
