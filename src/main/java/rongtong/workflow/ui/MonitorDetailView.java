package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.shared.Listed;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.ui.ReasonDialog;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.Cases;
import rongtong.workflow.InstanceView;
import rongtong.workflow.InstanceView.Job;
import rongtong.workflow.InstanceView.OpenTask;
import rongtong.workflow.ProcessMonitor;

/** One case on its diagram: where it stands and why, who may act, what failed; and what an administrator may do. */
@Route("monitor/:case")
@RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
class MonitorDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ProcessMonitor monitor;
    private final transient Cases cases;
    private final transient CaseParts parts;
    private final boolean mayMend;
    private final transient RetryButton retry;

    private String title = "";

    MonitorDetailView(ProcessMonitor monitor, Cases cases, CaseParts parts, CurrentUser user) {
        this.monitor = monitor;
        this.cases = cases;
        this.parts = parts;
        this.mayMend = user.has(Role.ADMINISTRATOR);
        this.retry = new RetryButton(monitor, mayMend);
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(CaseDetailView.parse(event.getRouteParameters().get("case").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(UUID id) {
        var instance = monitor.get(id);
        title = getTranslation("desk.monitor") + " · " + instance.view().row().number();
        var diagrams = cases.diagrams(id);
        var main = new Div(incidents(instance, id), tasks(instance), jobs(instance, id), variables(instance));
        main.addClassName("work-main");
        var side = new Div(parts.status(instance.view(), diagrams), parts.timeline(instance.view()));
        side.addClassName("work-side");
        var work = new Div(main, side);
        work.addClassName("work");
        removeAll();
        add(header(instance), new DiagramPanel(diagrams).tall(), work);
    }

    private Component header(InstanceView instance) {
        var row = instance.view().row();
        var back = new Anchor("monitor", getTranslation("desk.monitor.back"));
        back.addClassName("page-back");
        var header = new PageHeader(row.title())
                .withLine(row.number() + " · " + row.serviceName() + " · " + row.organizationName());
        header.addAction(new Anchor(CaseNavigation.address(row.id()), getTranslation("desk.task.case")));
        if (mayMend && row.status() == CaseStatus.RUNNING) {
            var cancel = new Button(getTranslation("desk.monitor.cancel"), click -> askToCancel(instance));
            cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
            header.addAction(cancel);
        }
        return new Div(back, header);
    }

    private void askToCancel(InstanceView instance) {
        var row = instance.view().row();
        new ReasonDialog(
                        getTranslation("desk.monitor.cancel"),
                        getTranslation("desk.monitor.cancel.consequence", row.title(), row.number()),
                        getTranslation("desk.monitor.cancel.do"),
                        reason -> {
                            monitor.cancel(row.id(), reason);
                            Notices.done(getTranslation("desk.monitor.cancelled", row.number()));
                            show(row.id());
                        })
                .open();
    }

    private Component incidents(InstanceView instance, UUID id) {
        var panel = new Panel(getTranslation("desk.monitor.incidents"));
        panel.setCount(instance.incidents().size());
        panel.setVisible(!instance.incidents().isEmpty());
        var table = new PlainTable(
                getTranslation("desk.column.activity"),
                getTranslation("desk.column.failure"),
                getTranslation("desk.column.since"),
                "");
        instance.incidents()
                .forEach(incident -> table.row(
                        text(incident.name()),
                        text(incident.message()),
                        Formats.moment(incident.at()),
                        retry.of(incident.job(), () -> show(id))));
        panel.add(table);
        return panel;
    }

    private Component tasks(InstanceView instance) {
        var panel = new Panel(getTranslation("desk.monitor.tasks"));
        panel.setCount(instance.tasks().size());
        if (instance.tasks().isEmpty()) {
            panel.add(new EmptyState(getTranslation("desk.monitor.tasks.empty")));
            return panel;
        }
        var table = new PlainTable(
                getTranslation("desk.column.step"),
                getTranslation("desk.column.may-act"),
                getTranslation("desk.column.why"));
        instance.tasks().forEach(task -> table.row(task.name(), who(task), task.why()));
        panel.add(table);
        return panel;
    }

    private String who(OpenTask task) {
        return task.candidates().isEmpty() ? getTranslation("desk.monitor.nobody") : Listed.of(task.candidates());
    }

    private Component jobs(InstanceView instance, UUID id) {
        var panel = new Panel(getTranslation("desk.monitor.jobs"));
        panel.setCount(instance.jobs().size());
        if (instance.jobs().isEmpty()) {
            panel.add(new EmptyState(getTranslation("desk.monitor.jobs.empty")));
            return panel;
        }
        var table = new PlainTable(
                getTranslation("desk.column.activity"),
                getTranslation("desk.column.kind"),
                getTranslation("desk.column.planned"),
                getTranslation("desk.column.retries"),
                getTranslation("desk.column.failure"),
                "");
        instance.jobs()
                .forEach(job -> table.row(
                        text(job.name()),
                        kind(job),
                        Formats.moment(job.dueAt()),
                        String.valueOf(job.retries()),
                        text(job.failure()),
                        retry.of(job.retries() == 0 ? job.id() : null, () -> show(id))));
        panel.add(table);
        return panel;
    }

    private String kind(Job job) {
        return getTranslation(job.kind().equals("timer") ? "desk.monitor.timer" : "desk.monitor.background");
    }

    private Component variables(InstanceView instance) {
        var panel = new Panel(getTranslation("desk.monitor.variables"));
        panel.setCount(instance.variables().size());
        if (instance.variables().isEmpty()) {
            panel.add(new EmptyState(getTranslation("desk.monitor.variables.empty")));
            return panel;
        }
        var table = new PlainTable(
                getTranslation("desk.column.process"),
                getTranslation("desk.column.name"),
                getTranslation("desk.column.value"));
        instance.variables()
                .forEach(variable -> table.row(variable.process(), variable.name(), text(variable.value())));
        panel.add(table);
        return panel;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
