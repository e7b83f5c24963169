package rongtong.alliance.lead;

/**
 * What one department says of one criterion, and on what it rests.
 *
 * @param department code of the organisation
 */
public record Judgement(String department, Criterion criterion, boolean met, String evidence) {

    public Judgement {
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("No evidence for " + criterion + " by " + department);
        }
    }
}
