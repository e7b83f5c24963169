package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.workflow.InstanceView.IncidentView;
import rongtong.workflow.ProcessMonitor;

/** What has failed in any case and goes on by nobody's doing, above the list of cases; nothing while all goes well. */
class IncidentPanel extends Composite<Div> {

    private static final int MOST_SHOWN = 10;

    private final transient RetryButton retry;

    IncidentPanel(ProcessMonitor monitor, boolean mayMend) {
        this.retry = new RetryButton(monitor, mayMend);
        show(monitor);
    }

    private void show(ProcessMonitor monitor) {
        getContent().removeAll();
        var incidents = monitor.incidents();
        setVisible(!incidents.isEmpty());
        var table = new PlainTable(
                getTranslation("desk.column.title"),
                getTranslation("desk.column.activity"),
                getTranslation("desk.column.failure"),
                getTranslation("desk.column.since"),
                "");
        incidents.stream()
                .limit(MOST_SHOWN)
                .forEach(incident -> table.row(
                        place(incident),
                        Objects.requireNonNullElse(incident.name(), ""),
                        Objects.requireNonNullElse(incident.message(), ""),
                        Formats.moment(incident.at()),
                        retry.of(incident.job(), () -> show(monitor))));
        var panel = new Panel(getTranslation("desk.monitor.incidents"), table);
        panel.setCount(incidents.size());
        getContent().add(panel);
    }

    private Component place(IncidentView incident) {
        return incident.caseId() == null || incident.number() == null
                ? new Span(getTranslation("desk.monitor.no-case"))
                : new Anchor("monitor/" + incident.caseId(), incident.number());
    }
}
