package rongtong.ui;

import java.util.List;

/** Pages about the person at work, which the menu below the person's name leads to. A bean of the module that has them. */
public interface PersonMenu {

    /** In the order in which they stand in the menu. */
    List<Entry> entries();

    /**
     * @param title key of the message bundles
     * @param address relative to the application's root
     */
    record Entry(String title, String address) {}
}
