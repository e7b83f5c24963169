package rongtong.alliance.lead;

import java.util.List;
import java.util.UUID;

/**
 * A member nominated as lead unit, with what the departments judge of it.
 *
 * @param nominatedBy code of the department that nominated it
 */
public record Candidate(
        UUID nomination, String organization, String reason, String nominatedBy, List<Judgement> judgements) {

    /** How many departments judge the criterion as met. */
    public long metBy(Criterion criterion) {
        return judgements.stream()
                .filter(judgement -> judgement.criterion() == criterion && judgement.met())
                .count();
    }

    /** How many departments have judged the criterion. */
    public long judgedBy(Criterion criterion) {
        return judgements.stream()
                .filter(judgement -> judgement.criterion() == criterion)
                .count();
    }

    /** Whether more than half of the departments that judged it say so. */
    public boolean meets(Criterion criterion) {
        return 2 * metBy(criterion) > judgedBy(criterion);
    }

    /**
     * Whether it may lead (R-LNA-20): a leader of the industry or superior in overall strength, and at the top of the
     * province, and able to lead. That the majority of the departments decides is a default.
     */
    public boolean qualifies() {
        return (meets(Criterion.INDUSTRY_LEADER) || meets(Criterion.OVERALL_STRENGTH))
                && meets(Criterion.TOP_LEVEL)
                && meets(Criterion.ABLE_TO_LEAD);
    }
}
