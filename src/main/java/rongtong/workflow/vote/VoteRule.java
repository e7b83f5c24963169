package rongtong.workflow.vote;

import rongtong.policy.Fraction;
import rongtong.shared.Message;

/**
 * When a vote is valid and when it is carried. The documents name neither: all four values are settings (default D7),
 * and the bases are named because charters differ exactly there.
 *
 * @param quorum share that has to be present
 * @param quorumBase of whom the quorum is a share
 * @param majority share that has to be in favour
 * @param majorityBase of whom the majority is a share
 */
public record VoteRule(Fraction quorum, QuorumBase quorumBase, Fraction majority, MajorityBase majorityBase) {

    /** Of whom the quorum is a share. Its words are {@code workflow.quorum-base.<NAME>}. */
    public enum QuorumBase {
        /** All units of the council. */
        ALL,
        /** The units that have a vote. */
        VOTING
    }

    /** Of whom the majority is a share. Its words are {@code workflow.majority-base.<NAME>}. */
    public enum MajorityBase {
        /** The units that cast a ballot, abstentions included. */
        PRESENT,
        /** All units of the council. */
        ALL
    }

    /** The rule in one sentence. */
    public Message sentence() {
        return Message.of(
                "workflow.vote-rule",
                Message.of("workflow.quorum-base." + quorumBase),
                share(quorum),
                Message.of("workflow.majority-base." + majorityBase),
                share(majority));
    }

    /** In words, such as 2/3 以上 or 超过 1/2. */
    static Message share(Fraction fraction) {
        return Message.of(
                fraction.boundaryBelongs() ? "workflow.share.at-least" : "workflow.share.more-than",
                fraction.numerator(),
                fraction.denominator());
    }
}
