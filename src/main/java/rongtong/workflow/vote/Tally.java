package rongtong.workflow.vote;

import java.util.Collection;
import rongtong.shared.Message;

/**
 * The count of a vote, in whole numbers: two thirds are two thirds. Abstentions are present and not in favour; who is
 * absent counts only in a base of all.
 *
 * @param seats all units of the council
 * @param voters units that had a vote
 */
public record Tally(VoteRule rule, int seats, int voters, int inFavour, int against, int abstained) {

    public Tally {
        if (inFavour < 0 || against < 0 || abstained < 0 || inFavour + against + abstained > voters || voters > seats) {
            throw new IllegalArgumentException("%d for, %d against, %d abstained of %d voters, %d seats"
                    .formatted(inFavour, against, abstained, voters, seats));
        }
    }

    static Tally of(VoteRule rule, int seats, Collection<Ballot> ballots) {
        return new Tally(
                rule,
                seats,
                ballots.size(),
                count(ballots, Choice.FOR),
                count(ballots, Choice.AGAINST),
                count(ballots, Choice.ABSTAIN));
    }

    private static int count(Collection<Ballot> ballots, Choice choice) {
        return (int)
                ballots.stream().filter(ballot -> ballot.choice() == choice).count();
    }

    /** Units that cast a ballot. */
    public int present() {
        return inFavour + against + abstained;
    }

    public int absent() {
        return voters - present();
    }

    /** What the quorum is a share of. */
    public int quorumBase() {
        return rule.quorumBase() == VoteRule.QuorumBase.ALL ? seats : voters;
    }

    /** What the majority is a share of. */
    public int majorityBase() {
        return rule.majorityBase() == VoteRule.MajorityBase.ALL ? seats : present();
    }

    public boolean quorumReached() {
        return rule.quorum().isReachedBy(present(), quorumBase());
    }

    public boolean majorityReached() {
        return rule.majority().isReachedBy(inFavour, majorityBase());
    }

    public boolean carried() {
        return quorumReached() && majorityReached();
    }

    /** The arithmetic in words, the way it stands in the record. */
    public Message arithmetic() {
        return Message.of(
                "workflow.vote-arithmetic",
                Message.of("workflow.quorum-base." + rule.quorumBase()),
                quorumBase(),
                VoteRule.share(rule.quorum()),
                rule.quorum().needed(quorumBase()),
                present(),
                Message.of(quorumReached() ? "workflow.reached" : "workflow.not-reached"),
                inFavour,
                against,
                abstained,
                absent(),
                Message.of("workflow.majority-base." + rule.majorityBase()),
                majorityBase(),
                VoteRule.share(rule.majority()),
                rule.majority().needed(majorityBase()),
                Message.of(majorityReached() ? "workflow.reached" : "workflow.not-reached"),
                Message.of(carried() ? "workflow.carried" : "workflow.not-carried"));
    }
}
