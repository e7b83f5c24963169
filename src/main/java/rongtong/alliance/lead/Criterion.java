package rongtong.alliance.lead;

import rongtong.shared.Message;

/** What a lead unit is judged by (LN-ALLIANCE 二(二)2). Its words are {@code alliance.criterion.<NAME>}. */
public enum Criterion {
    /** 在行业产业发展中具有领军地位. */
    INDUSTRY_LEADER("industryLeader"),
    /** 在科技创新、学科建设、人才培养等综合实力方面具有优势地位. */
    OVERALL_STRENGTH("overallStrength"),
    /** 能够代表我省在该行业领域的最高水平. */
    TOP_LEVEL("topLevel"),
    /** 能够带动联盟向更高层次发展. */
    ABLE_TO_LEAD("ableToLead");

    private final String field;

    Criterion(String field) {
        this.field = field;
    }

    /** Key of the field in forms. */
    public String field() {
        return field;
    }

    public Message label() {
        return Message.of("alliance.criterion." + name());
    }
}
