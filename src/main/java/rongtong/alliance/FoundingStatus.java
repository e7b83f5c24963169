package rongtong.alliance;

/** How far a founding is. Its words are {@code alliance.founding.<NAME>}. */
public enum FoundingStatus {
    /** Ledgers and review meeting: not yet decided whether to build. */
    PROPOSED,
    /** The review meeting decided to build; members, council and charter follow. */
    BUILDING,
    /** The review meeting decided not to build for now. */
    NOT_NOW,
    /** In the register of alliances. */
    FOUNDED,
    /** Taken back by the initiating department. */
    WITHDRAWN;

    /** Whether memberships of such an alliance count as existing. */
    public boolean counts() {
        return this == BUILDING || this == FOUNDED;
    }
}
