package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.form.Form;
import rongtong.identity.CurrentUser;
import rongtong.organization.Organizations;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.workflow.Cases;
import rongtong.workflow.Drafts;
import rongtong.workflow.Drafts.Draft;
import rongtong.workflow.Preselection;
import rongtong.workflow.ServiceView;
import rongtong.workflow.Services;

/**
 * One service: what it is, what is needed, which steps follow, what it rests on; and the application, which keeps itself
 * as a draft while it is typed. The draft stands in the address; before there is one, the address may name what the
 * application is about.
 */
@Route("services/:service")
@PermitAll
class ServiceDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_STEPS = 40;

    private final transient Services services;
    private final transient Cases cases;
    private final transient Drafts drafts;
    private final transient AnswerForms forms;
    private final transient CurrentUser user;
    private final transient Organizations organizations;
    private final transient Texts texts;
    private final transient Clock clock;

    private String title = "";
    private @Nullable UUID draftId;

    ServiceDetailView(
            Services services,
            Cases cases,
            Drafts drafts,
            AnswerForms forms,
            CurrentUser user,
            Organizations organizations,
            Texts texts,
            Clock clock) {
        this.services = services;
        this.cases = cases;
        this.drafts = drafts;
        this.forms = forms;
        this.user = user;
        this.organizations = organizations;
        this.texts = texts;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var service = services.get(event.getRouteParameters().get("service").orElse(""));
        var query = AddressQuery.of(event.getLocation());
        var draft = query.text("draft").map(CaseDetailView::parse).map(drafts::get);
        draftId = draft.map(Draft::id).orElse(null);
        title = service.name();
        removeAll();
        var back = new Anchor("services", getTranslation("desk.service.back"));
        back.addClassName("page-back");
        var chosen = draft.isPresent() ? Preselection.NONE : services.preselect(service.key(), query.all());
        var work = new Div(main(service, draft, chosen), side(service));
        work.addClassName("work");
        add(new Div(back, new PageHeader(service.name()).withLine(service.summary())), work);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Component main(ServiceView service, Optional<Draft> draft, Preselection chosen) {
        var main = new Div();
        main.addClassName("work-main");
        if (chosen.note() != null) {
            var note = new Paragraph(texts.of(chosen.note()));
            note.addClassName("hint");
            main.add(note);
        }
        if (service.refusal() != null) {
            main.add(new Panel(
                    getTranslation("desk.service.refused"),
                    new EmptyState(service.refusal(), new Anchor("services", getTranslation("desk.service.back")))));
            return main;
        }
        if (draft.isEmpty()) {
            drafts.mine().stream()
                    .filter(one -> one.service().equals(service.key()))
                    .findFirst()
                    .ifPresent(one -> main.add(offer(one)));
            drafts.lastApplication(service.key()).ifPresent(last -> {
                var again = new LinkedHashMap<>(last);
                again.putAll(chosen.answers());
                main.add(reuse(service, again));
            });
        }
        var form = forms.show(
                service.form(), Map.of(), draft.map(Draft::values).orElse(new LinkedHashMap<>(chosen.answers())));
        var hint = new AutoSave(clock, () -> save(service, form));
        draft.ifPresent(one -> hint.setText(getTranslation("desk.draft.saved-at", Formats.moment(one.updatedAt()))));
        form.onChange(hint::changed);
        main.add(new Panel(getTranslation("desk.service.application"), form), actionBar(service, form, hint));
        return main;
    }

    /** Begins with what was answered last time, in a draft of its own. */
    private Component reuse(ServiceView service, Map<String, @Nullable Object> last) {
        var again = new Button(getTranslation("desk.service.reuse"), click -> {
            var draft = drafts.create(service.key(), last);
            click.getSource().getUI().ifPresent(ui -> ui.navigate("services/" + service.key() + "?draft=" + draft));
        });
        again.setDisableOnClick(true);
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        var hint = new Paragraph(new Span(getTranslation("desk.service.reuse-hint") + " "), again);
        hint.addClassName("hint");
        return hint;
    }

    private Component offer(Draft draft) {
        var link = new Anchor(
                "services/" + draft.service() + "?draft=" + draft.id(), getTranslation("desk.draft.continue"));
        var hint = new Paragraph(
                new Span(getTranslation("desk.draft.there", Formats.moment(draft.updatedAt())) + " "), link);
        hint.addClassName("hint");
        return hint;
    }

    private Component actionBar(ServiceView service, AnswerForm form, AutoSave hint) {
        var submit = new OnceButton(getTranslation("desk.service.submit"), () -> submit(service, form, hint));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var spacer = new Span();
        spacer.addClassName("spacer");
        var bar = new Div(submit, spacer, hint);
        bar.addClassName("action-bar");
        return bar;
    }

    private void save(ServiceView service, AnswerForm form) {
        if (draftId == null) {
            draftId = drafts.create(service.key(), form.values());
            new AddressQuery().with("draft", draftId).show("services/" + service.key());
        } else {
            drafts.update(draftId, form.values());
        }
    }

    private void submit(ServiceView service, AnswerForm form, AutoSave hint) {
        try {
            var answers = form.submit();
            if (draftId != null) {
                drafts.update(draftId, form.values());
            }
            var receipt = draftId == null ? cases.start(service.key(), answers) : drafts.submit(draftId);
            hint.forget();
            Notices.done(getTranslation("desk.service.receipt", service.name(), receipt.number()));
            CaseNavigation.open(receipt.caseId());
        } catch (RuleViolation no) {
            form.showErrors(no.fields());
            throw no;
        }
    }

    private Component side(ServiceView service) {
        var conditions = new Panel(
                getTranslation("desk.service.conditions"),
                new Facts()
                        .with(getTranslation("desk.service.applicant"), organizations.name(user.organization()))
                        .with(getTranslation("desk.service.questions"), questions(service))
                        .with(getTranslation("desk.service.papers"), papers(service)));
        var side = new Div(conditions, steps(service));
        if (!service.limits().isEmpty()) {
            side.add(limits(service));
        }
        side.add(new ClausePanel(service.clauses()));
        side.addClassName("work-side");
        return side;
    }

    /** What every application asks for without which it is refused; not what only some answers make necessary. */
    private static String questions(ServiceView service) {
        var form = Form.parse(service.form()).in(LocaleContextHolder.getLocale());
        return form.fields().stream()
                .filter(field -> Boolean.TRUE.equals(field.property("validate.required")))
                .filter(field -> field.property("conditional.hide") == null)
                .flatMap(field -> field.text("label").or(() -> field.text("dateLabel")).stream())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** Files that the application asks for, the mandatory ones marked. */
    private String papers(ServiceView service) {
        var form = Form.parse(service.form()).in(LocaleContextHolder.getLocale());
        return form.fields().stream()
                .filter(field -> field.type().equals("filepicker"))
                .flatMap(field -> field.text("label").stream()
                        .map(label -> getTranslation(
                                field.isRequired() ? "desk.service.mandatory-paper" : "desk.service.optional-paper",
                                label)))
                .collect(Collectors.joining(" · "));
    }

    private Component limits(ServiceView service) {
        var facts = new Facts();
        service.limits()
                .forEach(limit -> facts.with(
                        limit.name(),
                        getTranslation(
                                limit.isDefault() ? "desk.service.limit-default" : "desk.service.limit",
                                limit.days())));
        return new Panel(getTranslation("desk.service.limits"), facts);
    }

    private Component steps(ServiceView service) {
        var panel = new Panel(getTranslation("desk.service.steps"));
        panel.setCount(service.steps().size());
        var list = new OrderedList();
        list.addClassName("step-list");
        service.steps().stream().limit(MOST_STEPS).forEach(step -> list.add(new ListItem(step)));
        panel.add(list);
        return panel;
    }
}
