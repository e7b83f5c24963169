package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import rongtong.workflow.TaskView;

/** What a procedure shows above the form of one of its steps: charts, comparisons, links. Implemented as a bean. */
public interface TaskPanel {

    /** @param step id of the user task */
    boolean serves(String step);

    /** A new component for each call. */
    Component create(TaskView task);

    /**
     * The same where the person may act, for a panel that works together with the form below it.
     *
     * @param form the step's form on the same page
     */
    default Component create(TaskView task, AnswerForm form) {
        return create(task);
    }
}
