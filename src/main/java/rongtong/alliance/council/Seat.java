package rongtong.alliance.council;

/**
 * A seat in the council.
 *
 * @param unit code of the member or department
 * @param principal whether the person heads the unit (主要负责人)
 */
public record Seat(String unit, Kind kind, String person, String post, String phone, boolean principal) {

    /** For whom the person sits there. Its words are {@code alliance.seat.<NAME>}. */
    public enum Kind {
        MEMBER,
        GOVERNMENT
    }
}
