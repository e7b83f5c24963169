package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rongtong.organization.OrganizationKind;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Track;
import rongtong.selection.programme.Track.Recommender;
import rongtong.ui.Badge;

/** One track of a programme that is being written: who applies, how many, by which criteria. */
class TrackEditor extends Composite<Div> {

    private static final int ALL = 100;

    private final Places places;
    private final String path;
    private final List<CriterionEditor> criteria = new ArrayList<>();
    private final Div rows = new Div();
    private final Div sum = new Div();

    private final TextField key = new TextField();
    private final TextField name = new TextField();
    private final TextField nameEn = new TextField();
    private final CheckboxGroup<OrganizationKind> applicants = new CheckboxGroup<>();
    private final Select<Quota.Kind> quota = new Select<>();
    private final IntegerField number = new IntegerField();
    private final Select<String> table = new Select<>();
    private final Select<String> form = new Select<>();
    private final CheckboxGroup<Recommender> route = new CheckboxGroup<>();
    private final IntegerField panel = new IntegerField();

    /**
     * @param path of the track, such as {@code tracks[0]}
     * @param again shows the page anew after rows were added or taken away
     */
    TrackEditor(
            Track track,
            String path,
            Places places,
            Collection<String> tables,
            Collection<String> forms,
            Runnable remove,
            Runnable again) {
        this.places = places;
        this.path = path;
        var head = new H3(
                track.name().isBlank() ? getTranslation("selection.programme.new-track") : track.name(getLocale()));
        var drop = new Button(getTranslation("selection.programme.remove-track"), click -> remove.run());
        drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        var bar = new Div(head, drop);
        bar.addClassName("programme-track-head");
        getContent().addClassName("programme-track");
        getContent().add(bar, basics(track, tables, forms), criteriaPart(track, again));
    }

    private Component basics(Track track, Collection<String> tables, Collection<String> forms) {
        text(name, "name", track.name(), 100);
        text(nameEn, "nameEn", track.nameEn(), 100);
        text(key, "key", track.key(), 60);
        quota.setLabel(field("quotaKind"));
        quota.setItems(Quota.Kind.values());
        quota.setItemLabelGenerator(kind -> getTranslation("selection.quota-kind." + kind));
        quota.setValue(track.quota().kind());
        places.at(path + ".quota.kind", quota);
        integer(number, "places", track.quota().places());
        places.at(path + ".quota.places", number);
        number.setEnabled(track.quota().kind() != Quota.Kind.OPEN);
        quota.addValueChangeListener(change -> {
            number.setEnabled(change.getValue() != Quota.Kind.OPEN);
            if (change.getValue() == Quota.Kind.OPEN) {
                number.setValue(0);
            }
        });
        integer(panel, "panelSize", track.panelSize());
        panel.setStep(2);
        panel.setMin(5);
        places.at(path + ".panelSize", panel);
        applicants.setLabel(field("applicants"));
        applicants.setItems(
                OrganizationKind.SCHOOL,
                OrganizationKind.ENTERPRISE,
                OrganizationKind.INSTITUTE,
                OrganizationKind.GOVERNMENT,
                OrganizationKind.DEPARTMENT,
                OrganizationKind.ASSOCIATION);
        applicants.setItemLabelGenerator(kind -> getTranslation("selection.kind." + kind));
        applicants.setValue(track.applicants());
        places.at(path + ".applicants", applicants);
        table.setLabel(field("eligibility"));
        table.setItems(tables);
        table.setItemLabelGenerator(id -> getTranslation("selection.table." + id));
        table.setValue(tables.contains(track.eligibility()) ? track.eligibility() : null);
        places.at(path + ".eligibility", table);
        form.setLabel(field("form"));
        form.setItems(forms);
        form.setItemLabelGenerator(id -> getTranslation("selection.form." + id));
        form.setValue(forms.contains(track.form()) ? track.form() : null);
        places.at(path + ".form", form);
        route.setLabel(field("route"));
        route.setHelperText(getTranslation("selection.programme.route-help"));
        route.setItems(Recommender.values());
        route.setItemLabelGenerator(step -> getTranslation("selection.route." + step));
        route.setValue(new LinkedHashSet<>(track.route()));
        places.at(path + ".route", route);
        var fields = new Div(name, nameEn, key, quota, number, panel, table, form);
        fields.addClassName("programme-fields");
        return new Div(fields, applicants, route);
    }

    private Component criteriaPart(Track track, Runnable again) {
        rows.addClassName("programme-criteria");
        track.criteria().forEach(criterion -> criteria.add(new CriterionEditor(criterion, criteria.size(), again)));
        criteria.forEach(rows::add);
        var add = new Button(getTranslation("selection.programme.add-criterion"), click -> {
            criteria.add(new CriterionEditor(new Criterion("", "", "", 0, ALL, "", ""), criteria.size(), again));
            places.changed();
            again.run();
        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        sum.addClassName("programme-sum");
        sum.getElement().setAttribute("role", "status");
        showSum();
        var bar = new Div(add, sum);
        bar.addClassName("programme-track-head");
        return new Div(new H3(getTranslation("selection.programme.criteria")), rows, bar);
    }

    /** What the weights sum to, while they are typed. */
    private void showSum() {
        var total = criteria.stream()
                .mapToInt(one -> one.weight.getValue() == null ? 0 : one.weight.getValue())
                .sum();
        sum.removeAll();
        sum.add(
                new Span(getTranslation("selection.programme.weights")),
                new Badge(total + " / " + ALL, total == ALL ? Badge.Tone.GOOD : Badge.Tone.BAD));
    }

    Track value() {
        return new Track(
                key.getValue().strip(),
                name.getValue().strip(),
                nameEn.getValue().strip(),
                Set.copyOf(applicants.getValue()),
                new Quota(quota.getValue(), or(number, 0)),
                table.getValue() == null ? "" : table.getValue(),
                form.getValue() == null ? "" : form.getValue(),
                Stream.of(Recommender.values())
                        .filter(route.getValue()::contains)
                        .toList(),
                criteria.stream().map(CriterionEditor::value).toList(),
                or(panel, 0));
    }

    private void text(TextField field, String name, String value, int longest) {
        field.setLabel(field(name.equals("name") ? "trackName" : name.equals("nameEn") ? "trackNameEn" : name));
        field.setMaxLength(longest);
        field.setValue(value);
        places.at(path + "." + name, field);
    }

    private void integer(IntegerField field, String name, int value) {
        field.setLabel(field(name));
        field.setMin(0);
        field.setStepButtonsVisible(true);
        field.setValue(value);
    }

    private String field(String name) {
        return getTranslation("selection.programme.field." + name);
    }

    private static int or(IntegerField field, int nothing) {
        return field.getValue() == null ? nothing : field.getValue();
    }

    /** One criterion of the track. */
    private final class CriterionEditor extends Composite<Div> {

        private final TextField key = new TextField();
        private final TextField name = new TextField();
        private final TextField nameEn = new TextField();
        private final IntegerField weight = new IntegerField();
        private final IntegerField max = new IntegerField();
        private final TextArea guidance = new TextArea();
        private final TextArea guidanceEn = new TextArea();

        CriterionEditor(Criterion criterion, int index, Runnable again) {
            var at = path + ".criteria[" + index + "]";
            fill(name, at, "name", "criterion", criterion.name());
            fill(nameEn, at, "nameEn", "criterionEn", criterion.nameEn());
            fill(key, at, "key", "key", criterion.key());
            integer(weight, "weight", criterion.weight());
            weight.setMax(ALL);
            weight.setSuffixComponent(new Span("%"));
            weight.addValueChangeListener(change -> showSum());
            weight.setValueChangeMode(com.vaadin.flow.data.value.ValueChangeMode.EAGER);
            places.at(at + ".weight", weight);
            integer(max, "max", criterion.max());
            places.at(at + ".max", max);
            fill(guidance, at, "guidance", criterion.guidance());
            fill(guidanceEn, at, "guidanceEn", criterion.guidanceEn());
            var remove = new Button(getTranslation("selection.programme.remove-criterion"), click -> {
                criteria.remove(this);
                places.changed();
                again.run();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
            remove.setAriaLabel(getTranslation("selection.programme.remove-criterion") + " " + criterion.name());
            var fields = new Div(name, nameEn, key, weight, max);
            fields.addClassName("programme-fields");
            var texts = new Div(guidance, guidanceEn);
            texts.addClassName("programme-texts");
            getContent().addClassName("programme-criterion");
            getContent().add(fields, texts, remove);
        }

        private void fill(TextField field, String at, String part, String label, String value) {
            field.setLabel(field(label));
            field.setMaxLength(100);
            field.setValue(value);
            places.at(at + "." + part, field);
        }

        private void fill(TextArea field, String at, String part, String value) {
            field.setLabel(field(part));
            field.setMaxLength(1000);
            field.setMinRows(2);
            field.setValue(value);
            places.at(at + "." + part, field);
        }

        private String field(String part) {
            return TrackEditor.this.field(part);
        }

        Criterion value() {
            return new Criterion(
                    key.getValue().strip(),
                    name.getValue().strip(),
                    nameEn.getValue().strip(),
                    or(weight, 0),
                    or(max, 0),
                    guidance.getValue().strip(),
                    guidanceEn.getValue().strip());
        }
    }
}
