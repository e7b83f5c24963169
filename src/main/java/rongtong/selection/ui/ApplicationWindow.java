package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import rongtong.workflow.TaskView;
import rongtong.workflow.ui.TaskPanel;

/** Above the application form: until when it can be handed in, by the server's time. */
@org.springframework.stereotype.Component
class ApplicationWindow implements TaskPanel {

    private final ApplicationParts parts;

    ApplicationWindow(ApplicationParts parts) {
        this.parts = parts;
    }

    @Override
    public boolean serves(String step) {
        return step.equals("writeApplication");
    }

    @Override
    public Component create(TaskView task) {
        return parts.window(parts.get(task.row().caseId()));
    }
}
