package rongtong.workflow;

/**
 * An earlier step to which a task may return its case, as the model says.
 *
 * @param step id of the user task, or of a called part such as the itemised correction
 * @param name of it, in the reader's language
 * @param field key of the decision field of the form that leads there
 * @param value choice in it that leads there
 */
public record ReturnTarget(String step, String name, String field, String value) {}
