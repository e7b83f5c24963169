package rongtong.workflow;

/**
 * An earlier step to which a task may return its case, as the model says.
 *
 * @param step id of the user task
 * @param name of it, in the reader's language
 * @param field key of the decision field of the form that leads there
 * @param value choice in it that leads there
 */
public record ReturnTarget(String step, String name, String field, String value) {}
