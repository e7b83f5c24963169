package rongtong.selection.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.programme.Scoring;
import rongtong.selection.programme.Scoring.Tie;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.OnceButton;

/** Asks for what a new programme cannot be without, and opens its draft: empty, or as one that is there. */
@Component
class NewProgramme {

    private static final int NOTICE_DAYS = 5;
    private static final int YEARS = 3;
    private static final int SPREAD = 25;

    private final Programmes programmes;
    private final Organizations organizations;
    private final CurrentUser user;
    private final Texts texts;

    NewProgramme(Programmes programmes, Organizations organizations, CurrentUser user, Texts texts) {
        this.programmes = programmes;
        this.organizations = organizations;
        this.user = user;
        this.texts = texts;
    }

    /** Opens the dialog. */
    void ask() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(texts.of("selection.programme.new"));
        dialog.setWidth("34rem");
        var key = new TextField(field("key"));
        key.setHelperText(texts.of("selection.programme.key-help"));
        key.setMaxLength(60);
        key.setWidthFull();
        var name = new TextField(field("name"));
        name.setMaxLength(100);
        name.setWidthFull();
        var province = new Select<String>();
        province.setLabel(field("province"));
        province.setItems(provinces());
        province.setItemLabelGenerator(code -> texts.of("selection.province." + code));
        province.setValue(provinces().getFirst());
        var model = new Select<Programme>();
        model.setLabel(texts.of("selection.programme.model"));
        model.setEmptySelectionAllowed(true);
        model.setEmptySelectionCaption(texts.of("selection.programme.model-none"));
        model.setItemLabelGenerator(one ->
                one == null ? texts.of("selection.programme.model-none") : one.name(LocaleContextHolder.getLocale()));
        model.setItems(programmes.published());
        model.setWidthFull();
        var create = new OnceButton(texts.of("selection.programme.create"), () -> {
            try {
                programmes.create(
                        first(key.getValue().strip(), name.getValue().strip(), province.getValue(), model.getValue()));
                dialog.close();
                UI.getCurrent().navigate("programmes/" + key.getValue().strip() + "/edit");
            } catch (RuleViolation no) {
                no.fields().stream()
                        .filter(error -> error.field().equals("key"))
                        .findFirst()
                        .ifPresentOrElse(
                                error -> {
                                    key.setErrorMessage(texts.of(error.message()));
                                    key.setInvalid(true);
                                    key.focus();
                                },
                                () -> {
                                    throw no;
                                });
            }
        });
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var fields = new Div(name, key, province, model);
        fields.addClassName("programme-new");
        dialog.add(new Paragraph(texts.of("selection.programme.new-line")), fields);
        dialog.getFooter().add(new Button(texts.of("ui.cancel"), click -> dialog.close()), create);
        dialog.open();
        name.focus();
    }

    private String field(String name) {
        return texts.of("selection.programme.field." + name);
    }

    private List<String> provinces() {
        var own = organizations.get(user.organization()).province();
        return user.has(Role.ADMINISTRATOR) ? List.of("JL", "LN", "ZJ") : List.of(own);
    }

    private Programme first(
            String key, String name, String province, @org.jspecify.annotations.Nullable Programme model) {
        var own = List.copyOf(ownFunctions(province));
        if (model == null) {
            return new Programme(
                    key,
                    1,
                    province,
                    name,
                    "",
                    "",
                    "",
                    List.of(),
                    own,
                    List.of(),
                    RegisterKind.PILOT,
                    List.of(),
                    new Scoring(
                            Scoring.Rule.MEAN,
                            List.of(new Tie(Tie.Kind.SMALLER_SPREAD, null), new Tie(Tie.Kind.JOINT_MEETING, null)),
                            SPREAD),
                    NOTICE_DAYS,
                    YEARS,
                    null,
                    List.of(),
                    List.of());
        }
        var leads =
                user.has(Role.ADMINISTRATOR) || own.stream().anyMatch(model.leads()::contains) ? model.leads() : own;
        return new Programme(
                key,
                1,
                province,
                name,
                "",
                model.summary(),
                model.summaryEn(),
                model.clauses(),
                leads,
                model.participants().stream()
                        .filter(function -> !leads.contains(function))
                        .toList(),
                model.register(),
                model.tracks(),
                model.scoring(),
                model.noticeDays(),
                model.validityYears(),
                model.partners(),
                model.targets(),
                model.defaults());
    }

    /** Those that the person's department has there. */
    private List<String> ownFunctions(String province) {
        return organizations.functions(province).entrySet().stream()
                .filter(function -> Objects.equals(function.getValue(), user.organization()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
