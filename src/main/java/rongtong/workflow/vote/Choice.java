package rongtong.workflow.vote;

import rongtong.shared.Message;

/** What a ballot says. Its words are {@code workflow.ballot.<NAME>}. */
public enum Choice {
    FOR,
    AGAINST,
    ABSTAIN,
    /** The time was up before the unit had voted. */
    ABSENT;

    public Message label() {
        return Message.of("workflow.ballot." + name());
    }
}
