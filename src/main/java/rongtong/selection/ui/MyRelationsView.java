package rongtong.selection.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import rongtong.identity.CurrentUser;
import rongtong.organization.Organizations;
import rongtong.selection.panel.ExpertPool;
import rongtong.shared.NotFound;
import rongtong.ui.EmptyState;
import rongtong.ui.PageHeader;

/** An expert declares the own ties to organisations (利害关系), before anybody has to ask. */
@Route("my-relations")
@RolesAllowed("EXPERT")
@Menu(title = "selection.panel.my-relations", order = 40, icon = "vaadin:link")
class MyRelationsView extends Div implements HasDynamicTitle {

    MyRelationsView(ExpertPool pool, Organizations organizations, CurrentUser user) {
        addClassNames("page", "page-narrow");
        add(new PageHeader(getTranslation("selection.panel.my-relations"))
                .withLine(getTranslation("selection.panel.my-relations.line")));
        try {
            pool.get(user.username());
            add(new RelationsPanel(pool, organizations, user.username(), true));
        } catch (NotFound notInPool) {
            add(new EmptyState(getTranslation("selection.panel.not-in-pool")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("selection.panel.my-relations");
    }
}
