package rongtong.selection.ui;

import java.util.UUID;

/** Addresses of the pages of a round. */
public final class RoundNavigation {

    private RoundNavigation() {}

    /** Relative to the application's root. */
    public static String address(String programme, UUID round) {
        return "programmes/" + programme + "/rounds/" + round;
    }
}
