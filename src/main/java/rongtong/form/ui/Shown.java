package rongtong.form.ui;

import com.vaadin.flow.component.Component;

/** A component of a form on the screen. */
interface Shown {

    Component component();

    /** Shows what the model says now. */
    default void follow() {}

    /** Shows what is wrong; empty: nothing is. */
    default void say(String error) {}

    /** Leads the person here. */
    default void focus() {
        component().scrollIntoView();
    }

    /** It leaves the screen, and with it what is inside. */
    default void forget() {}
}
