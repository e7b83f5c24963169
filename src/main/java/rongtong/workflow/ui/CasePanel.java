package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import rongtong.workflow.CaseView;

/** What a procedure shows on the page of one of its cases. Implemented as a bean. */
public interface CasePanel {

    /** @param service key of the service */
    boolean serves(String service);

    /** A new component for each call. */
    Component create(CaseView view);

    /** How one goes on after a withdrawal, in a sentence; nothing where the service can be begun again at any time. */
    default Optional<String> afterWithdrawal(CaseView view) {
        return Optional.empty();
    }
}
