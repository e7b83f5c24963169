package rongtong.selection.review;

import rongtong.selection.panel.Assigned;

/** How far an expert is with one application. */
public enum ReviewState {
    /** 未开始. */
    NOT_BEGUN,
    /** 草稿. */
    DRAFT,
    /** 已提交. */
    SUBMITTED;

    public static ReviewState of(Assigned assigned) {
        if (assigned.isSubmitted()) {
            return SUBMITTED;
        }
        var sheet = assigned.sheet();
        return sheet == null || sheet.scores().isEmpty() && sheet.comment().isEmpty() ? NOT_BEGUN : DRAFT;
    }
}
