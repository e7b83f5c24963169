package rongtong.alliance;

/** The three sectors (三次产业) as LN-ALLIANCE 二(一)1 has them. Their words are {@code alliance.sector.<NAME>}. */
public enum Sector {
    AGRICULTURE,
    INDUSTRY,
    SERVICES
}
