package rongtong.selection.programme;

import java.time.Instant;

/**
 * That a programme is out of use (停用): no round of it begins.
 *
 * @param programme key
 * @param reason 5 to 500 characters
 * @param by account
 */
public record Retirement(String programme, String reason, String by, Instant at) {}
