package rongtong.form;

/**
 * One of the answers that a choice field offers.
 *
 * @param value a plain JSON value: text, number, boolean, list or map
 */
public record Choice(Object value, String label) {}
