package rongtong.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import rongtong.document.official.OfficialKind;
import rongtong.document.official.OfficialRecords;
import rongtong.document.official.OfficialTemplates;
import rongtong.document.official.OfficialTemplates.Version;
import rongtong.identity.Accounts;
import rongtong.shared.Csv;
import rongtong.shared.RuleViolation;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** Wordings of official documents: the text on the left, what it gives on the right, earlier versions below. */
@Route("admin/document-templates/:kind?")
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "document.templates", order = 910, icon = "vaadin:file-text-o")
class TemplateListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OfficialTemplates templates;
    private final transient OfficialRecords records;
    private final transient Accounts accounts;

    private final TextArea text = new TextArea();
    private final DocumentPages pages = new DocumentPages();

    TemplateListView(OfficialTemplates templates, OfficialRecords records, Accounts accounts) {
        this.templates = templates;
        this.records = records;
        this.accounts = accounts;
        addClassName("page");
        text.setLabel(getTranslation("document.template.text"));
        text.setHelperText(getTranslation("document.template.helper"));
        text.addClassName("template-text");
        text.setWidthFull();
        text.setMaxLength(20_000);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var kind = event.getRouteParameters()
                .get("kind")
                .orElseGet(() -> OfficialKind.all().getFirst().key());
        show(OfficialKind.of(kind), templates.current(kind));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("document.templates");
    }

    private void show(OfficialKind kind, Version current) {
        removeAll();
        text.setValue(current.text());
        text.setInvalid(false);
        preview(kind);
        var main = new Div(editor(kind, current), places(kind), versions(kind, current));
        main.addClassName("work-main");
        var side = new Div(new Panel(getTranslation("document.template.preview"), pages));
        side.addClassName("work-side");
        var work = new Div(main, side);
        work.addClassNames("work", "work-even");
        add(
                new PageHeader(getTranslation("document.templates"), chooser(kind))
                        .withLine(getTranslation("document.templates.line")),
                work);
    }

    private Component chooser(OfficialKind kind) {
        var chooser = new Select<OfficialKind>();
        chooser.setAriaLabel(getTranslation("document.template.kind"));
        chooser.setItems(OfficialKind.all());
        chooser.setItemLabelGenerator(one -> getTranslation("document.kind." + one.key()));
        chooser.setValue(kind);
        chooser.addValueChangeListener(change -> getUI().ifPresent(ui -> ui.navigate(
                TemplateListView.class,
                new RouteParameters("kind", change.getValue().key()))));
        return chooser;
    }

    private Component editor(OfficialKind kind, Version current) {
        var save = new OnceButton(getTranslation("ui.save"), () -> {
            checked(() -> {
                var saved = templates.save(kind.key(), text.getValue(), current.version());
                Notices.done(getTranslation("document.template.saved", saved.version()));
                show(kind, saved);
            });
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var preview = new Button(getTranslation("document.template.try"), click -> preview(kind));
        var reset = new Button(getTranslation("document.template.reset"), click -> askForReset(kind, current));
        reset.setEnabled(!current.isDefault());
        var bar = new Div(save, preview, reset);
        bar.addClassName("action-bar");
        var panel = new Panel(getTranslation("document.kind." + kind.key()), text, bar);
        panel.addToSide(new Span(versionName(current)));
        return panel;
    }

    private void preview(OfficialKind kind) {
        checked(() -> pages.show(records.sample(kind.key(), text.getValue())));
    }

    /** What the text lacks is said at the field. */
    private void checked(Runnable deed) {
        try {
            deed.run();
            text.setInvalid(false);
        } catch (RuleViolation no) {
            text.setErrorMessage(getTranslation(
                    no.explanation().key(), no.explanation().arguments().toArray()));
            text.setInvalid(true);
            text.focus();
        }
    }

    private void askForReset(OfficialKind kind, Version current) {
        var dialog = new ConfirmDialog(
                getTranslation("document.template.reset"),
                getTranslation("document.template.reset.consequence"),
                getTranslation("document.template.reset"),
                confirmed -> show(kind, templates.reset(kind.key(), current.version())));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("ui.cancel"));
        dialog.open();
    }

    /** The gaps that this kind has; a click puts one where the cursor stands. */
    private Component places(OfficialKind kind) {
        var list = new Div();
        list.addClassName("template-places");
        kind.texts().forEach(place -> list.add(place(place, "{{" + place + "}}")));
        kind.lists()
                .forEach((place, fields) -> list.add(place(
                        place,
                        "{{#" + place + "}}<p>{{-index}}．"
                                + String.join(
                                        "：",
                                        fields.stream()
                                                .map(field -> "{{" + field + "}}")
                                                .toList())
                                + "</p>{{/" + place + "}}")));
        return new Panel(
                getTranslation("document.template.places"),
                new Paragraph(getTranslation("document.template.places.line")),
                list);
    }

    private Component place(String place, String mark) {
        var button = new Button(
                name(place),
                click -> text.getElement()
                        .executeJs(
                                "const i = this.inputElement; i.setRangeText($0, i.selectionStart, i.selectionEnd, 'end');"
                                        + "i.dispatchEvent(new Event('input', {bubbles: true})); i.focus();",
                                mark));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setTooltipText(mark);
        return button;
    }

    private String name(String place) {
        var column = getLocale().getLanguage().equals("en") ? "name_en" : "name_zh";
        return Csv.read("data/document-places.csv").stream()
                .filter(row -> row.text("place").equals(place))
                .map(row -> row.text(column))
                .findFirst()
                .orElse(place);
    }

    private Component versions(OfficialKind kind, Version current) {
        var rows = new Div();
        rows.addClassName("rows");
        var versions = templates.versions(kind.key());
        versions.forEach(version -> {
            var load = new Button(getTranslation("document.template.load"), click -> {
                text.setValue(version.text());
                preview(kind);
            });
            load.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            load.setAriaLabel(getTranslation("document.template.load") + " " + versionName(version));
            var side = new Div(load);
            side.addClassName("row-side");
            var row = new Div(new Span(versionName(version)), side);
            row.addClassName("row");
            rows.add(row);
        });
        var panel = new Panel(getTranslation("document.template.versions"), rows);
        panel.setCount(versions.size());
        return panel;
    }

    private String versionName(Version version) {
        if (version.author() == null || version.at() == null) {
            return getTranslation("document.template.default");
        }
        return getTranslation(
                version.isDefault() ? "document.template.version-reset" : "document.template.version",
                version.version(),
                accounts.displayName(version.author()),
                Formats.moment(version.at()));
    }
}
