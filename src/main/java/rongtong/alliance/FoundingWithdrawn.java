package rongtong.alliance;

import java.util.UUID;

/**
 * A founding was taken back. Whoever keeps records of the case closes them when it hears this, in the same transaction
 * ({@code @EventListener}), so that nothing half-done remains.
 */
public record FoundingWithdrawn(UUID caseId) {}
