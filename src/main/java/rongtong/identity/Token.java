package rongtong.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal token as its owner sees it; the secret itself was shown once.
 *
 * @param name what the owner uses it for
 * @param usedAt when a program last logged in with it, to the minute; null if none has
 */
public record Token(
        UUID id,
        String name,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
