package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import rongtong.policy.Setting;
import rongtong.policy.SettingType;
import rongtong.policy.Settings;
import rongtong.ui.Badge;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;

/** What the documents leave open and an administrator decides; each value with the basis that it rests on. */
@Route("admin/settings")
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "desk.settings", order = 900, icon = "vaadin:cog-o")
class SettingListView extends Div implements HasDynamicTitle {

    private final transient Settings settings;

    SettingListView(Settings settings) {
        this.settings = settings;
        addClassName("page");
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.settings");
    }

    private void refresh() {
        removeAll();
        var all = settings.all();
        var panel = new Panel(getTranslation("desk.settings"), table(all));
        panel.setCount(all.size());
        add(new PageHeader(getTranslation("desk.settings")).withLine(getTranslation("desk.settings.line")), panel);
    }

    private Component table(List<Setting> all) {
        var table = new PlainTable(
                getTranslation("desk.column.setting"),
                getTranslation("desk.column.value"),
                getTranslation("desk.column.basis"),
                "");
        all.forEach(setting -> table.row(label(setting), value(setting), basis(setting), edit(setting)));
        return table;
    }

    private Component label(Setting setting) {
        var name = new Span(setting.label());
        var key = new Span(setting.key());
        key.addClassName("list-line");
        var cell = new Div(name, key);
        cell.addClassName("cell-setting");
        return cell;
    }

    private Component value(Setting setting) {
        var value = new Span(words(setting, setting.value()));
        value.addClassName("setting-value");
        var cell = new Div(value);
        if (setting.changed()) {
            cell.add(new Span(" "), new Badge(getTranslation("desk.settings.changed"), Badge.Tone.ACTIVE));
        }
        return cell;
    }

    /** The value as people say it: with its unit, choices in words. */
    private String words(Setting setting, String value) {
        return switch (setting.type()) {
            case NUMBER ->
                setting.unit() == null ? value : getTranslation("desk.unit." + setting.unit(), Integer.parseInt(value));
            case FRACTION ->
                getTranslation("desk.fraction", value.startsWith(">=") ? 1 : 0, value.replaceAll("[>=]", ""));
            case FLAG, CHOICE -> wordOr("desk.choice.", value);
        };
    }

    private Component basis(Setting setting) {
        var cell = new Div();
        if (setting.isDefault()) {
            cell.add(new Badge(getTranslation("desk.settings.default"), Badge.Tone.WARNING), new Span(" "));
        }
        cell.add(new Span(wordOr("desk.basis.", setting.basis())));
        return cell;
    }

    /** The word for a code; the code itself where the messages have none. */
    private String wordOr(String prefix, String code) {
        var word = getTranslation(prefix + code);
        return word.equals(prefix + code) ? code : word;
    }

    private Component edit(Setting setting) {
        var edit = new Button(getTranslation("desk.settings.edit"), click -> ask(setting));
        edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        edit.setAriaLabel(getTranslation("desk.settings.edit") + " " + setting.label());
        return edit;
    }

    private void ask(Setting setting) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("desk.settings.edit"));
        dialog.setWidth("32rem");
        var field = new Div();
        var value = input(setting, field);
        var save = new OnceButton(getTranslation("ui.save"), () -> {
            settings.change(setting.key(), value.get());
            dialog.close();
            Notices.done(getTranslation("desk.settings.saved", setting.label(), words(setting, value.get())));
            refresh();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(setting.label()), field, new Paragraph(getTranslation("desk.settings.consequence")));
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private SerializableSupplier<String> input(Setting setting, Div place) {
        return switch (setting.type()) {
            case NUMBER -> {
                var number = new IntegerField(getTranslation("desk.column.value"));
                number.setValue(Integer.valueOf(setting.value()));
                number.setStepButtonsVisible(true);
                number.setHelperText(getTranslation(
                        "desk.settings.range",
                        Objects.requireNonNullElse(setting.min(), 0),
                        Objects.requireNonNullElse(setting.max(), 1_000_000)));
                place.add(number);
                yield () -> text(number);
            }
            case FRACTION -> {
                var fraction = new TextField(getTranslation("desk.column.value"));
                fraction.setValue(setting.value());
                fraction.setHelperText(getTranslation("desk.settings.fraction"));
                place.add(fraction);
                yield () -> text(fraction);
            }
            case FLAG, CHOICE -> {
                var choice = new RadioButtonGroup<String>(getTranslation("desk.column.value"));
                choice.setItems(setting.type() == SettingType.FLAG ? List.of("true", "false") : setting.choices());
                choice.setItemLabelGenerator(one -> wordOr("desk.choice.", one));
                choice.setValue(setting.value());
                place.add(choice);
                yield () -> text(choice);
            }
        };
    }

    private static String text(HasValue<?, ?> field) {
        return field.isEmpty() ? "" : String.valueOf(field.getValue());
    }
}
