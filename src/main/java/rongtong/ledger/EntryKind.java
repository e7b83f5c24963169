package rongtong.ledger;

/** What an entry is about: 人才、科技等. */
public enum EntryKind {
    /** 人才. */
    TALENT,
    /** 科技. */
    TECHNOLOGY,
    /** 其他: whatever the word 等 takes in. */
    OTHER
}
