package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.selection.panel.DeclaredRelation;
import rongtong.selection.panel.ExpertPool;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.Panel;

/** Ties of one expert to organisations, to be declared and ended. */
class RelationsPanel extends Composite<Panel> {

    private static final int LONGEST_NOTE = 200;

    private final transient ExpertPool pool;
    private final transient Organizations organizations;
    private final String expert;
    private final boolean mayDeclare;

    private final ComboBox<OrganizationRow> organization = new ComboBox<>();
    private final Select<DeclaredRelation.Kind> kind = new Select<>();
    private final TextField note = new TextField();

    /** @param mayDeclare false where the person only looks */
    RelationsPanel(ExpertPool pool, Organizations organizations, String expert, boolean mayDeclare) {
        this.pool = pool;
        this.organizations = organizations;
        this.expert = expert;
        this.mayDeclare = mayDeclare;
        refresh();
    }

    @Override
    protected Panel initContent() {
        return new Panel(getTranslation("selection.panel.relations"));
    }

    private void refresh() {
        var panel = getContent();
        panel.removeAll();
        var relations = pool.relations(expert);
        panel.setCount(relations.size());
        if (relations.isEmpty()) {
            panel.add(new EmptyState(getTranslation("selection.panel.relations.empty")));
        } else {
            var rows = new Div();
            rows.addClassName("rows");
            relations.forEach(relation -> rows.add(row(relation)));
            panel.add(rows);
        }
        if (mayDeclare) {
            panel.add(form());
        }
    }

    private Component row(DeclaredRelation relation) {
        var name = new Span(organizations.name(relation.organization()));
        name.addClassName("row-title");
        var words = getTranslation("selection.panel.relation." + relation.kind())
                + (relation.note().isEmpty() ? "" : " · " + relation.note())
                + " · "
                + Formats.day(relation.declaredAt());
        var line = new Span(words);
        line.addClassName("row-line");
        var row = new Div(name);
        row.addClassName("row");
        if (mayDeclare) {
            var end = new Button(getTranslation("selection.panel.relation.end"), click -> {
                pool.endRelation(expert, relation.organization(), relation.kind());
                Notices.done(getTranslation("selection.panel.relation.ended"));
                refresh();
            });
            end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            end.addClassName("row-action");
            end.setAriaLabel(
                    getTranslation("selection.panel.relation.end") + " " + organizations.name(relation.organization()));
            row.add(end);
        }
        row.add(line);
        return row;
    }

    private Component form() {
        organization.setLabel(getTranslation("selection.panel.organization"));
        organization.setItemLabelGenerator(OrganizationRow::name);
        organization.setItemsPageable((page, typed) -> organizations
                .find(OrganizationFilter.parse(null, null, null, null, typed), page.getPageNumber(), page.getPageSize())
                .items());
        kind.setLabel(getTranslation("selection.panel.relation"));
        kind.setItems(DeclaredRelation.Kind.values());
        kind.setItemLabelGenerator(each -> getTranslation("selection.panel.relation." + each));
        kind.setValue(DeclaredRelation.Kind.EMPLOYED);
        note.setLabel(getTranslation("selection.panel.note"));
        note.setMaxLength(LONGEST_NOTE);
        var declare = new Button(
                getTranslation("selection.panel.relation.declare"), VaadinIcon.PLUS.create(), click -> declare());
        declare.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(organization, kind, note, declare);
        form.addClassName("relation-form");
        return form;
    }

    private void declare() {
        var chosen = organization.getValue();
        organization.setInvalid(chosen == null);
        if (chosen == null) {
            organization.setErrorMessage(getTranslation("selection.panel.organization.missing"));
            organization.focus();
            return;
        }
        pool.declare(
                expert,
                chosen.code(),
                Objects.requireNonNullElse(kind.getValue(), DeclaredRelation.Kind.OTHER),
                note.getValue());
        Notices.done(getTranslation("selection.panel.relation.declared", chosen.name()));
        organization.clear();
        note.clear();
        refresh();
    }
}
