package rongtong.selection.programme;

/**
 * How many are to be selected.
 *
 * @param places 0 for {@link Kind#OPEN}
 */
public record Quota(Kind kind, int places) {

    /** How binding the number is. */
    public enum Kind {
        /** Exactly that many, as 「2个地区」. */
        EXACTLY,
        /** 左右: ten percent more or fewer are warned about, never refused (default D10). */
        ABOUT,
        /** 以上: that many or more (default D10). */
        AT_LEAST,
        /** At most that many: 限额. */
        AT_MOST,
        /** 若干: as many as are good enough. */
        OPEN
    }
}
