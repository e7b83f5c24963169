package rongtong.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.ui.PageHeader;
import rongtong.workflow.ProcessMonitor;
import rongtong.workflow.Services;

/** All cases of all organisations, for administrators and auditors. */
@Route("monitor")
@RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
@Menu(title = "desk.monitor", order = 800, icon = "vaadin:sitemap")
class MonitorListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CaseTable table;

    MonitorListView(
            ProcessMonitor monitor, Services services, Organizations organizations, DueTexts due, CurrentUser user) {
        addClassNames("page", "page-full");
        table = new CaseTable("monitor", services.all(), monitor::find, "monitor", due)
                .withOrganizationAndAge(organizations);
        add(
                new PageHeader(getTranslation("desk.monitor")).withLine(getTranslation("desk.monitor.line")),
                new IncidentPanel(monitor, user.has(Role.ADMINISTRATOR)),
                table);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.show(AddressQuery.of(event.getLocation()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.monitor");
    }
}
