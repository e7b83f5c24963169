package rongtong.workflow.vote;

import java.util.List;
import java.util.UUID;
import rongtong.workflow.ProcessBean;

/** What {@code council-vote.bpmn} calls. */
@ProcessBean("voteSteps")
public class VoteSteps {

    private final Votes votes;

    VoteSteps(Votes votes) {
        this.votes = votes;
    }

    /** Codes of the units that have not voted yet. */
    public List<String> voters(String caseId, String subject) {
        return votes.get(UUID.fromString(caseId), subject).ballots().stream()
                .filter(ballot -> ballot.choice() == null)
                .map(Ballot::unit)
                .toList();
    }

    /** The time is up. */
    public void recordAbsence(String caseId, String subject) {
        votes.recordAbsence(UUID.fromString(caseId), subject);
    }

    /** Closes the vote. @return whether it is carried */
    public boolean countVote(String caseId, String subject) {
        return votes.count(UUID.fromString(caseId), subject);
    }
}
