package rongtong.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rongtong.ledger.Entry;
import rongtong.ledger.EntryDraft;
import rongtong.ledger.EntryKind;
import rongtong.ledger.FieldOfWork;
import rongtong.ledger.InnovationStage;
import rongtong.ledger.Ledger;
import rongtong.ledger.Side;
import rongtong.ledger.Survey;
import rongtong.ledger.TalentLevel;
import rongtong.organization.CodeName;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationKind;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Sector;
import rongtong.shared.RuleViolation;
import rongtong.ui.Notices;

/** Asks for one entry of a ledger, new or changed. What is wrong is said at its field, and what was typed stays. */
class EntryDialog extends Dialog {

    private final transient EntrySources sources;
    private final transient Ledger ledger;
    private final SerializableConsumer<EntryDraft> save;

    private final RadioButtonGroup<EntryKind> kind = new RadioButtonGroup<>();
    private final Select<Sector> sector = new Select<>();
    private final ComboBox<FieldOfWork> field = new ComboBox<>();
    private final ComboBox<OrganizationRow> organization = new ComboBox<>();
    private final Select<TalentLevel> level = new Select<>();
    private final ComboBox<CodeName> specialty = new ComboBox<>();
    private final IntegerField number = new IntegerField();
    private final IntegerField year = new IntegerField();
    private final Select<InnovationStage> stage = new Select<>();
    private final TextArea text = new TextArea();
    private final Select<Survey> survey = new Select<>();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /**
     * @param entry null for a new one
     * @param save gets what was entered; a {@link RuleViolation} leaves the dialog open
     */
    EntryDialog(
            String title,
            Ledger ledger,
            @Nullable Entry entry,
            EntrySources sources,
            SerializableConsumer<EntryDraft> save) {
        this.sources = sources;
        this.ledger = ledger;
        this.save = save;
        setHeaderTitle(title);
        setWidth("46rem");
        configure();
        fill(entry);
        showWhatBelongsToTheKind();
        add(rows());
        var confirm = new Button(getTranslation("ledger.pages.save"), click -> save());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), confirm);
    }

    private void configure() {
        name("kind", kind);
        name("sector", sector);
        name("field", field);
        name("organization", organization);
        name("level", level);
        name("specialty", specialty);
        name("number", number);
        name("year", year);
        name("stage", stage);
        name("text", text);
        name("survey", survey);
        List.<HasValue<?, ?>>of(sector, field, organization, level, number, year, stage, text)
                .forEach(needed -> needed.setRequiredIndicatorVisible(true));
        kind.setItems(EntryKind.values());
        kind.setItemLabelGenerator(each -> getTranslation("ledger.kind." + each));
        kind.addValueChangeListener(change -> showWhatBelongsToTheKind());
        sector.setItems(Sector.values());
        sector.setItemLabelGenerator(each -> each == null ? "" : getTranslation("ledger.sector." + each));
        sector.setVisible(ledger.type().sector() == null);
        sector.addValueChangeListener(change -> {
            var chosen = field.getValue();
            if (chosen != null && chosen.sector() != change.getValue()) {
                field.clear();
            }
            field.getDataProvider().refreshAll();
        });
        field.setItemLabelGenerator(FieldOfWork::name);
        field.setItemsPageable((page, typed) -> sources.fields()
                .find(chosenSector(), typed, page.getPageNumber(), page.getPageSize())
                .items());
        organization.setItemLabelGenerator(OrganizationRow::name);
        organization.setItemsPageable((page, typed) -> sources.organizations()
                .find(organizations(typed), page.getPageNumber(), page.getPageSize())
                .items());
        level.setItems(TalentLevel.values());
        level.setItemLabelGenerator(each -> each == null ? "" : getTranslation("ledger.level." + each));
        specialty.setItemLabelGenerator(CodeName::name);
        specialty.setClearButtonVisible(true);
        specialty.setItemsPageable((page, typed) -> sources.majors()
                .find(null, typed, page.getPageNumber(), page.getPageSize())
                .items());
        stage.setItems(InnovationStage.values());
        stage.setItemLabelGenerator(each -> each == null ? "" : getTranslation("ledger.stage." + each));
        survey.setItems(sources.ledgers().surveys(ledger.id()));
        survey.setItemLabelGenerator(each -> each == null ? "" : each.title());
        survey.setEmptySelectionAllowed(true);
        number.setStepButtonsVisible(true);
        number.setMin(1);
        text.setMaxLength(2000);
        text.setMinRows(3);
    }

    private <C extends Component & HasValidation & HasLabel> void name(String component, C input) {
        input.setLabel(getTranslation("ledger.column." + component));
        fields.put(component, input);
    }

    private @Nullable Sector chosenSector() {
        return ledger.type().sector() == null
                ? sector.getValue()
                : ledger.type().sector();
    }

    private OrganizationFilter organizations(String typed) {
        var kinds = ledger.type().side() == Side.SUPPLY
                ? Set.of(OrganizationKind.SCHOOL, OrganizationKind.INSTITUTE)
                : Set.of(OrganizationKind.ENTERPRISE, OrganizationKind.PARK);
        return new OrganizationFilter(kinds, null, ledger.jurisdiction(), null, typed.isBlank() ? null : typed);
    }

    private void fill(@Nullable Entry entry) {
        if (entry == null) {
            kind.setValue(EntryKind.TALENT);
            year.setValue(ledger.year());
            return;
        }
        kind.setValue(entry.kind());
        sector.setValue(entry.sector());
        field.setValue(new FieldOfWork(entry.field(), entry.sector(), entry.fieldName()));
        sources.organization(entry.organization()).ifPresent(organization::setValue);
        level.setValue(entry.level());
        var code = entry.specialty();
        var name = entry.specialtyName();
        if (code != null && name != null) {
            specialty.setValue(new CodeName(code, name));
        }
        number.setValue(entry.number());
        year.setValue(entry.year());
        stage.setValue(entry.stage());
        text.setValue(entry.text() == null ? "" : entry.text());
        sources.ledgers().surveys(ledger.id()).stream()
                .filter(each -> each.id().equals(entry.survey()))
                .findFirst()
                .ifPresent(survey::setValue);
    }

    private void showWhatBelongsToTheKind() {
        boolean talent = kind.getValue() == EntryKind.TALENT;
        level.setVisible(talent);
        specialty.setVisible(talent);
        stage.setVisible(kind.getValue() == EntryKind.TECHNOLOGY);
        text.setVisible(!talent);
    }

    private Component rows() {
        var rows = new Div(kind, sector, field, organization, level, specialty, stage, number, year, text, survey);
        rows.addClassName("entry-fields");
        return rows;
    }

    void save() {
        fields.values().forEach(each -> each.setInvalid(false));
        try {
            save.accept(draft());
            close();
        } catch (RuleViolation violation) {
            violation.fields().forEach(error -> {
                var input = fields.get(error.field());
                if (input != null) {
                    input.setErrorMessage(sources.texts().of(error.message()));
                    input.setInvalid(true);
                }
            });
            if (violation.fields().isEmpty()) {
                Notices.refusal(sources.texts().of(violation.explanation()));
            }
        }
    }

    private EntryDraft draft() {
        var chosenField = field.getValue();
        var chosenOrganization = organization.getValue();
        var chosenSpecialty = specialty.getValue();
        var chosenSurvey = survey.getValue();
        return new EntryDraft(
                sector.getValue(),
                chosenField == null ? null : chosenField.code(),
                chosenOrganization == null ? null : chosenOrganization.code(),
                kind.getValue(),
                level.getValue(),
                chosenSpecialty == null ? null : chosenSpecialty.code(),
                number.getValue(),
                year.getValue(),
                stage.getValue(),
                text.getValue(),
                chosenSurvey == null ? null : chosenSurvey.id());
    }
}
