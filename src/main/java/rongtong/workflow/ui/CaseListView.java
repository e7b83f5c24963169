package rongtong.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import rongtong.ui.PageHeader;
import rongtong.workflow.Cases;
import rongtong.workflow.Services;

/** The cases that the person may see: those that their organisation started or takes part in. */
@Route("cases")
@PermitAll
@Menu(title = "desk.cases", order = 30, icon = "vaadin:folder-open-o")
class CaseListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CaseTable table;

    CaseListView(Cases cases, Services services, DueTexts due) {
        addClassNames("page", "page-full");
        table = new CaseTable("cases", services.all(), cases::find, "cases", due).withMine();
        add(new PageHeader(getTranslation("desk.cases")).withLine(getTranslation("desk.cases.line")), table);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.show(AddressQuery.of(event.getLocation()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.cases");
    }
}
