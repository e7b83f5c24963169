package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rongtong.publicnotice.FiledObjection;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.ObjectionDraft;
import rongtong.publicnotice.Objections;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.TooOften;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;

/** Takes an objection to a notice and shows the receipt with the private link in its place, once. */
class ObjectionForm extends Composite<Div> {

    /** A line of the list, or all of it. @param place null for all */
    private record Choice(@Nullable Integer place, String label) {}

    private final Notice notice;
    private final transient Objections objections;

    private final TextField name = new TextField(getTranslation("portal.objection.name"));
    private final TextField contact = new TextField(getTranslation("portal.objection.contact"));
    private final ComboBox<Choice> entry = new ComboBox<>(getTranslation("portal.objection.entry"));
    private final TextArea facts = new TextArea(getTranslation("portal.objection.facts"));
    private final Div problem = new Div();

    ObjectionForm(Notice notice, Objections objections) {
        this.notice = notice;
        this.objections = objections;
        var submit = new Button(getTranslation("portal.objection.submit"), click -> file(click.getSource()));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        problem.addClassName("objection-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var fields = new Div(name, contact, entry, facts);
        fields.addClassName("objection-fields");
        configure();
        getContent().setId("objection");
        getContent().addClassName("objection");
        getContent()
                .add(new Panel(
                        getTranslation("portal.objection"),
                        new Paragraph(getTranslation("portal.objection.line")),
                        fields,
                        evidenceLater(),
                        problem,
                        submit));
    }

    private Component evidenceLater() {
        var line = new Paragraph(getTranslation("portal.objection.evidence"));
        line.addClassName("list-line");
        return line;
    }

    private void configure() {
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(50);
        name.setAutocomplete(Autocomplete.NAME);
        name.setHelperText(getTranslation("portal.objection.name.help"));
        contact.setRequiredIndicatorVisible(true);
        contact.setMaxLength(100);
        contact.setHelperText(getTranslation("portal.objection.contact.help"));
        entry.setItemLabelGenerator(Choice::label);
        entry.setItems(Stream.concat(
                        Stream.of(new Choice(null, getTranslation("publicnotice.whole-list"))),
                        notice.entries().stream()
                                .map(line -> new Choice(line.place(), line.place() + " " + line.organization())))
                .toList());
        entry.setRequiredIndicatorVisible(true);
        facts.setRequiredIndicatorVisible(true);
        facts.setMaxLength(2000);
        facts.setMinRows(5);
        facts.setValueChangeMode(ValueChangeMode.LAZY);
        facts.setHelperText(getTranslation("portal.objection.facts.help", 0));
        facts.addValueChangeListener(change -> facts.setHelperText(getTranslation(
                "portal.objection.facts.help", change.getValue().strip().length())));
    }

    private void file(Button submit) {
        submit.setEnabled(true);
        forget();
        var chosen = entry.getValue();
        if (chosen == null) {
            invalid(entry, getTranslation("publicnotice.objection.entry"));
        }
        try {
            if (chosen != null) {
                receipt(objections.file(
                        notice.id().toString(),
                        new ObjectionDraft(name.getValue(), contact.getValue(), chosen.place(), facts.getValue()),
                        PublicNoticeParts.client()));
            }
        } catch (RuleViolation no) {
            no.fields()
                    .forEach(error -> Optional.ofNullable(fields().get(error.field()))
                            .ifPresent(field -> invalid(field, words(error.message()))));
            show(no.explanation());
        } catch (TooOften patience) {
            show(patience.explanation());
        }
    }

    private Map<String, HasValidation> fields() {
        return Map.of("name", name, "contact", contact, "entry", entry, "facts", facts);
    }

    private void forget() {
        fields().values().forEach(field -> field.setInvalid(false));
        problem.setVisible(false);
    }

    private static void invalid(HasValidation field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    private void show(Message message) {
        problem.setText(words(message));
        problem.setVisible(true);
    }

    private String words(Message message) {
        return getTranslation(message.key(), message.arguments().toArray());
    }

    private void receipt(FiledObjection filed) {
        var link = new Anchor("public/objections/" + filed.link(), "public/objections/" + filed.link());
        link.addClassName("token-secret");
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(address -> link.setText(
                        address.toString().replaceFirst("/public/.*", "/public/objections/") + filed.link()));
        var warning = new Paragraph(getTranslation("portal.objection.receipt.link"));
        getContent().removeAll();
        getContent()
                .add(
                        new Panel(
                                getTranslation("portal.objection.receipt"),
                                new Facts()
                                        .with(getTranslation("portal.objection.number"), filed.number())
                                        .with(getTranslation("portal.objection.filed"), Formats.moment(filed.filedAt()))
                                        .with(
                                                getTranslation("portal.objection.answer-by"),
                                                Formats.day(filed.answerBy())),
                                warning,
                                link,
                                hint()),
                        evidence(filed));
        getContent().getElement().executeJs("this.scrollIntoView()");
    }

    private Component evidence(FiledObjection filed) {
        var client = PublicNoticeParts.client();
        return new EvidencePanel(objections, filed.link(), client, objections.progress(filed.link(), client));
    }

    private Component hint() {
        var hint = new Span(getTranslation("portal.objection.receipt.stopped"));
        hint.addClassName("list-line");
        return new Paragraph(hint);
    }
}
