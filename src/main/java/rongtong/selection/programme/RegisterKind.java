package rongtong.selection.programme;

/** Registers of what was selected. */
public enum RegisterKind {
    /** 试点. */
    PILOT,
    /** 示范性产教融合联盟. */
    ALLIANCE,
    /** 产教融合型企业. */
    ENTERPRISE,
    /** 实训基地. */
    BASE,
    /** 产学合作协同育人项目. */
    PROJECT,
    /** 推荐国家试点. */
    RECOMMENDATION
}
