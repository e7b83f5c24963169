package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import rongtong.workflow.CaseView;

/** What a procedure shows on the page of one of its cases. Implemented as a bean. */
public interface CasePanel {

    /** @param service key of the service */
    boolean serves(String service);

    /** A new component for each call. */
    Component create(CaseView view);
}
