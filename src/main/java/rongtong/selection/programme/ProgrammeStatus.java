package rongtong.selection.programme;

/** Where a version of a programme stands. */
public enum ProgrammeStatus {
    /** 草稿: may be changed; only who edits the programme sees it. */
    DRAFT,
    /** 已发布: never changes; rounds name it. */
    PUBLISHED
}
