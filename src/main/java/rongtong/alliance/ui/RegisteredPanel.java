package rongtong.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import rongtong.alliance.register.Register;
import rongtong.shared.Texts;
import rongtong.ui.Panel;
import rongtong.workflow.CaseView;
import rongtong.workflow.ui.CasePanel;

/** Leads from the case that founded an alliance to its entry in the register. */
@org.springframework.stereotype.Component
class RegisteredPanel implements CasePanel {

    private final Register register;
    private final Texts texts;

    RegisteredPanel(Register register, Texts texts) {
        this.register = register;
        this.texts = texts;
    }

    @Override
    public boolean serves(String service) {
        return service.equals("alliance-founding");
    }

    @Override
    public Component create(CaseView view) {
        var part = new Div();
        register.numberOf(view.row().id())
                .ifPresentOrElse(
                        number -> part.add(new Panel(
                                texts.of("alliance.register"),
                                new Anchor("alliances/" + number, texts.of("alliance.register.entry", number)))),
                        () -> part.setVisible(false));
        return part;
    }
}
