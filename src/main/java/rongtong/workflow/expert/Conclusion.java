package rongtong.workflow.expert;

/** What an expert, or a visit, concludes; silent is who let the limit pass. */
public enum Conclusion {
    AGREE,
    AGREE_WITH_CONDITIONS,
    DISAGREE,
    SILENT
}
