package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import rongtong.selection.application.ApplicationStatus;
import rongtong.workflow.CaseView;
import rongtong.workflow.ui.CasePanel;

/** An application on its case's page: where it stands, receipt, window, recommendations, partners. */
@org.springframework.stereotype.Component
class ApplicationCasePanel implements CasePanel {

    private final ApplicationParts parts;

    ApplicationCasePanel(ApplicationParts parts) {
        this.parts = parts;
    }

    @Override
    public boolean serves(String service) {
        return service.equals("pilot-application");
    }

    @Override
    public Optional<String> afterWithdrawal(CaseView view) {
        return Optional.of(parts.again(parts.get(view.row().id())));
    }

    @Override
    public Component create(CaseView view) {
        var application = parts.get(view.row().id());
        var stack = new Div(parts.standing(application));
        stack.addClassName("stack");
        if (application.status() == ApplicationStatus.WRITING) {
            stack.add(parts.window(application));
            return stack;
        }
        parts.recommended(application).forEach(stack::add);
        if (application.receipt() != null) {
            stack.add(parts.partners(application));
        }
        return stack;
    }
}
