package rongtong.identity;

/** What an account may do for its organisation. */
public enum Role {
    /** 经办: prepares and examines. */
    HANDLER,
    /** 负责人: decides. */
    LEADER,
    /** 申报人: acts for a school, an enterprise or an institute. */
    APPLICANT,
    /** 评审专家. */
    EXPERT,
    /** 管理员. */
    ADMINISTRATOR,
    /** 审计员: reads everything, changes nothing. */
    AUDITOR;

    /** Name by which Spring Security knows the role. */
    String authority() {
        return "ROLE_" + name();
    }
}
