package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import rongtong.shared.NotFound;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.ReasonDialog;
import rongtong.workflow.CaseView;
import rongtong.workflow.Cases;
import rongtong.workflow.TaskActions;

/** One case as the people of its organisations see it: who has it, since when, what was said, what was handed in. */
@Route("cases/:case")
@PermitAll
class CaseDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Cases cases;
    private final transient TaskActions actions;
    private final transient CaseParts parts;
    private final transient AnswerForms forms;
    private final transient ObjectProvider<CasePanel> panels;

    private String title = "";

    CaseDetailView(
            Cases cases, TaskActions actions, CaseParts parts, AnswerForms forms, ObjectProvider<CasePanel> panels) {
        this.cases = cases;
        this.actions = actions;
        this.parts = parts;
        this.forms = forms;
        this.panels = panels;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(parse(event.getRouteParameters().get("case").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("case", text);
        }
    }

    private void show(UUID id) {
        var view = cases.get(id);
        title = view.row().title() + " · " + view.row().number();
        var work = new Div(main(view), side(view));
        work.addClassName("work");
        removeAll();
        add(header(view), work);
    }

    private Component header(CaseView view) {
        var back = new Anchor("cases", getTranslation("desk.case.back"));
        back.addClassName("page-back");
        var row = view.row();
        var header = new PageHeader(row.title()).withLine(row.number() + " · " + row.serviceName());
        var print = new Button(
                getTranslation("desk.print"),
                VaadinIcon.PRINT.create(),
                click -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        header.addAction(print);
        var urgeable = actions.urgeable(row.id());
        if (!urgeable.isEmpty()) {
            var urge = new Button(getTranslation("desk.task.urge"), click -> {
                urgeable.forEach(actions::urge);
                Notices.done(getTranslation("desk.case.urged"));
                show(row.id());
            });
            urge.setDisableOnClick(true);
            header.addAction(urge);
        }
        if (view.mayWithdraw()) {
            var withdraw = new OnceButton(getTranslation("desk.case.withdraw"), () -> askToWithdraw(view));
            withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
            header.addAction(withdraw);
        }
        return new Div(back, header);
    }

    private void askToWithdraw(CaseView view) {
        var after = panels(view)
                .flatMap(panel -> panel.afterWithdrawal(view).stream())
                .findFirst()
                .orElseGet(() -> getTranslation("desk.case.withdraw.again"));
        new ReasonDialog(
                        getTranslation("desk.case.withdraw"),
                        getTranslation(
                                "desk.case.withdraw.consequence",
                                view.row().title(),
                                view.row().number(),
                                after),
                        getTranslation("desk.case.withdraw.do"),
                        reason -> {
                            cases.withdraw(view.row().id(), reason);
                            Notices.done(getTranslation(
                                    "desk.case.withdrawn", view.row().number()));
                            show(view.row().id());
                        })
                .open();
    }

    private Stream<CasePanel> panels(CaseView view) {
        return panels.orderedStream().filter(panel -> panel.serves(view.row().service()));
    }

    private Component main(CaseView view) {
        var main = new Div();
        main.addClassName("work-main");
        var diagrams = cases.diagrams(view.row().id());
        var status = parts.status(view, diagrams);
        var facts = new Panel(
                getTranslation("desk.case.facts"),
                new Facts()
                        .with(
                                getTranslation("desk.column.organization"),
                                view.row().organizationName())
                        .with(
                                getTranslation("desk.column.started"),
                                Formats.moment(view.row().startedAt()))
                        .with(
                                getTranslation("desk.column.ended"),
                                Formats.moment(view.row().endedAt())));
        main.add(status);
        panels(view).forEach(panel -> main.add(panel.create(view)));
        main.add(new DiagramPanel(diagrams), application(view), facts);
        return main;
    }

    private Component application(CaseView view) {
        var panel = new Panel(getTranslation("desk.case.application"));
        var form = view.form();
        panel.add(
                form == null || view.values().isEmpty()
                        ? new EmptyState(getTranslation("desk.case.application.empty"))
                        : forms.read(form, view.values()));
        return panel;
    }

    private Component side(CaseView view) {
        var side = new Div(parts.papers(view.row().id()), parts.timeline(view));
        side.addClassName("work-side");
        return side;
    }
}
