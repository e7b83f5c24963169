package rongtong.workflow;

/** What has to be corrected (补正): a field of the application and why. */
public record Defect(String field, String reason) {}
