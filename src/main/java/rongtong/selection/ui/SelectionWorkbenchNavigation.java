package rongtong.selection.ui;

import java.util.UUID;

/** Addresses of the selection workbench. */
public final class SelectionWorkbenchNavigation {

    private SelectionWorkbenchNavigation() {}

    /** Relative to the application's root. */
    public static String address(String programme, UUID round) {
        return "programmes/%s/rounds/%s/ranking".formatted(programme, round);
    }

    /** With one track open. */
    public static String address(String programme, UUID round, String track) {
        return address(programme, round) + "?tab=" + track;
    }
}
