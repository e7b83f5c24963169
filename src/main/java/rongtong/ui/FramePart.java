package rongtong.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * What a module adds to the bar of the frame, beside the person: such as a bell with a count. A bean; several stand in
 * the order of {@code @Order}.
 */
public interface FramePart {

    /** A new component for one window; nothing where it is not for this person. */
    Optional<Component> create();
}
