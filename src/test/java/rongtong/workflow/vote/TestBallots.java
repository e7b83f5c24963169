package rongtong.workflow.vote;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Casts ballots the way the step does. */
@Component
public class TestBallots {

    private final Votes votes;

    TestBallots(Votes votes) {
        this.votes = votes;
    }

    public void cast(UUID caseId, String subject, String unit, boolean inFavour) {
        votes.cast(caseId, subject, unit, inFavour ? Choice.FOR : Choice.AGAINST, "", "tester");
    }
}
