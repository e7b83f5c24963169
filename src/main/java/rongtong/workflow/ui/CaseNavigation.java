package rongtong.workflow.ui;

import com.vaadin.flow.component.UI;
import java.util.UUID;

/** Addresses of the page of a case. */
public final class CaseNavigation {

    private CaseNavigation() {}

    /** Relative to the application's root. */
    public static String address(UUID caseId) {
        return "cases/" + caseId;
    }

    public static void open(UUID caseId) {
        UI.getCurrent().navigate(address(caseId));
    }
}
