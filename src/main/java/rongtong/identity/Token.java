package rongtong.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A personal token as its owner sees it; the secret itself was shown once.
 *
 * @param name what the owner uses it for
 */
public record Token(UUID id, String name, Instant createdAt, Instant expiresAt) {}
