package rongtong.portal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import rongtong.selection.ui.PilotParts;
import rongtong.ui.EmptyState;
import rongtong.ui.PageHeader;

/** Pilots and other recognitions that were published, for everybody; nothing of their evaluations. */
@Route(value = "public/pilots", layout = PublicLayout.class)
@AnonymousAllowed
@StyleSheet("selection-register.css")
class PublicPilotListView extends Div implements HasDynamicTitle {

    private final transient PilotParts parts;
    private final Select<String> register = new Select<>();
    private final TextField search = new TextField();
    private final Div count = new Div();
    private final Div list = new Div();

    PublicPilotListView(PilotParts parts) {
        this.parts = parts;
        addClassName("page");
        list.addClassName("portal-list");
        count.addClassName("list-line");
        register.setLabel(getTranslation("selection.register.column.register"));
        register.setItems(parts.registers());
        register.setEmptySelectionAllowed(true);
        register.setEmptySelectionCaption(getTranslation("selection.register.all"));
        register.setItemLabelGenerator(
                each -> getTranslation(each == null ? "selection.register.all" : "selection.register.kind." + each));
        register.addValueChangeListener(change -> show());
        search.addClassName("portal-search");
        search.setLabel(getTranslation("selection.register.search"));
        search.setMaxLength(100);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        var filters = new Div(register, search);
        filters.addClassName("filters");
        add(
                new PageHeader(getPageTitle()).withLine(getTranslation("selection.register.public.line")),
                filters,
                count,
                list);
        show();
    }

    private void show() {
        var chosen = register.getValue() == null ? "" : register.getValue();
        count.setText(getTranslation("selection.register.count", parts.countPublished(chosen, search.getValue())));
        list.removeAll();
        list.add(parts.published(chosen, search.getValue()));
        if (list.getComponentCount() == 0) {
            list.add(new EmptyState(getTranslation("selection.register.public.empty")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("selection.register.public");
    }
}
