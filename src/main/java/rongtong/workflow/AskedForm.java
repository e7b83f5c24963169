package rongtong.workflow;

import rongtong.form.Form;

/**
 * A form that a step asks.
 *
 * @param process id of the process whose step the form belongs to
 * @param step id of that user task, or {@code start}
 * @param json form-js JSON
 */
public record AskedForm(String process, String step, String json, Form form) {}
