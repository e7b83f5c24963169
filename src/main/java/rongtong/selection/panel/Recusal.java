package rongtong.selection.panel;

import java.util.UUID;

/**
 * An expert keeps away from one application for good.
 *
 * @param application id of its case
 * @param reason in the expert's words
 */
public record Recusal(String expert, UUID application, String reason) {}
