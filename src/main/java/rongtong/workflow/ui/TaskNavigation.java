package rongtong.workflow.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;

/** Addresses of the inbox and of the page of a task. */
public final class TaskNavigation {

    private TaskNavigation() {}

    /** Relative to the application's root. */
    public static String address(String taskId) {
        return "tasks/" + taskId;
    }

    public static void open(String taskId) {
        UI.getCurrent().navigate(address(taskId));
    }

    /** @param query such as {@code overdue=true}; empty for all */
    public static void openInbox(String query) {
        UI.getCurrent().navigate("tasks", QueryParameters.fromString(query));
    }
}
