package rongtong.form.ui;

import com.vaadin.flow.component.Component;
import rongtong.form.FieldInstance;

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

    /** Brings to the screen what is somewhere inside, where that is not always all of it. */
    default void reveal(FieldInstance inside) {}

    /** It leaves the screen, and with it what is inside. */
    default void forget() {}
}
