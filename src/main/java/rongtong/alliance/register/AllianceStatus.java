package rongtong.alliance.register;

/** Whether an alliance is at work. Its words are {@code alliance.status.<NAME>}. */
public enum AllianceStatus {
    ACTIVE,
    DISSOLVED
}
