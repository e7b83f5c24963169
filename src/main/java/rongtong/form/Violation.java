package rongtong.form;

import rongtong.shared.Message;

/**
 * What is wrong with one answer.
 *
 * @param code {@code required}, {@code min}, {@code max}, {@code minLength}, {@code maxLength}, {@code pattern},
 *     {@code email}, {@code phone}, {@code decimalDigits}, {@code increment}, {@code invalidBound}, {@code unknownRecord}
 * @param message the same in words, names the field
 */
public record Violation(String code, Message message) {}
