package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import rongtong.workflow.TaskView;

/** What a procedure shows above the form of one of its steps: charts, comparisons, links. Implemented as a bean. */
public interface TaskPanel {

    /** @param step id of the user task */
    boolean serves(String step);

    /** A new component for each call. */
    Component create(TaskView task);
}
