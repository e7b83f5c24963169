package rongtong.selection.panel;

import java.util.List;
import java.util.UUID;

/**
 * Who judges what, with the reasons.
 *
 * @param seats one for each expert of each application that is served
 * @param unserved applications that do not get a whole panel; none of their seats is filled
 * @param seed decides between solutions of the same worth; the same seed and facts give the same assignment
 * @param leastLoad smallest number of applications that any expert with room for more has, with those carried before
 * @param greatestLoad largest number that any expert has
 */
public record Assignment(List<Seat> seats, List<Unserved> unserved, long seed, int leastLoad, int greatestLoad) {

    /**
     * One expert on one application.
     *
     * @param application id of its case
     * @param expert user name
     */
    public record Seat(UUID application, String expert, Explanation why) {}

    /**
     * Why this expert judges this application.
     *
     * @param fieldsInCommon codes, sorted
     * @param fieldsAsked how many fields the application has
     * @param load how many applications the expert has in all, with this one
     * @param eligible how many experts of the pool are free of conflict with the application
     * @param pool how many experts were considered, each looked at for all reasons of {@link Conflict.Reason}
     * @param colleagues whether another expert of the same organisation judges the application too, because it could not
     *     be avoided
     */
    public record Explanation(
            List<String> fieldsInCommon, int fieldsAsked, int load, int eligible, int pool, boolean colleagues) {}

    /**
     * An application without a panel.
     *
     * @param eligible how many experts are free of conflict with it
     * @param wanted how many it needs
     */
    public record Unserved(UUID application, Cause cause, int eligible, int wanted) {}

    /** Why an application gets no panel. */
    public enum Cause {
        /** Too few experts are free of conflict with it. */
        TOO_FEW_WITHOUT_CONFLICT,
        /** Enough are, but they have no room within their greatest load. */
        TOO_LITTLE_ROOM
    }
}
