package rongtong.selection.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rongtong.identity.Accounts;
import rongtong.organization.Organizations;
import rongtong.policy.Clauses;
import rongtong.policy.Rules;
import rongtong.selection.programme.Eligibility;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.ProgrammeForms;
import rongtong.selection.programme.ProgrammeVersion;
import rongtong.selection.programme.Programmes;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.SomebodyWasFirst;
import rongtong.shared.Texts;
import rongtong.ui.Badge;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;

/** Writes the draft of a programme: every part of it, a look at it as applicants see it, and its publication. */
@Route("programmes/:key/edit")
@RolesAllowed({"HANDLER", "ADMINISTRATOR"})
class ProgrammeEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final int MOST_PROBLEMS = 12;

    private final transient Programmes programmes;
    private final transient ProgrammeParts parts;
    private final transient ProgrammeEditor.Sources sources;
    private final transient Accounts accounts;
    private final transient Texts texts;

    private final Div state = new Div();
    private final Div problems = new Div();
    private String title = "";
    private @Nullable ProgrammeVersion draft;
    private @Nullable ProgrammeEditor editor;
    private boolean dirty;

    ProgrammeEditView(
            Programmes programmes,
            ProgrammeParts parts,
            Organizations organizations,
            Clauses clauses,
            Rules rules,
            Eligibility eligibility,
            ProgrammeForms forms,
            Accounts accounts,
            Texts texts) {
        this.programmes = programmes;
        this.parts = parts;
        this.sources = new ProgrammeEditor.Sources(organizations, clauses, rules, eligibility, forms, texts);
        this.accounts = accounts;
        this.texts = texts;
        addClassName("page");
        state.addClassName("draft-hint");
        state.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElse("");
        show(programmes.draft(key).orElseThrow(() -> new NotFound("programme", key)));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(ProgrammeVersion version) {
        draft = version;
        var programme = version.programme();
        var name = programme.name(getLocale());
        title = getTranslation("selection.programme.edit-title", name.isBlank() ? programme.key() : name);
        removeAll();
        var back = new Anchor("programmes", getTranslation("selection.programme.back"));
        back.addClassName("page-back");
        var shown = new ProgrammeEditor(programme, sources, this::changed);
        editor = shown;
        problems.removeAll();
        add(back, header(version), problems, shown, actions());
        clean();
        say(programmes.problems(programme), false);
    }

    private PageHeader header(ProgrammeVersion version) {
        var programme = version.programme();
        var header = new PageHeader(title)
                .withLine(getTranslation("selection.programme.edit-line", programme.version(), programme.key()));
        header.addAction(new Badge(getTranslation("selection.programme.draft"), Badge.Tone.WARNING));
        return header;
    }

    private Div actions() {
        var save = new OnceButton(getTranslation("selection.programme.save"), this::save);
        var look = new OnceButton(getTranslation("selection.programme.preview"), this::preview);
        var publish = new OnceButton(getTranslation("selection.programme.publish"), this::askToPublish);
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var discard = new OnceButton(getTranslation("selection.programme.discard"), this::askToDiscard);
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        var spacer = new Span();
        spacer.addClassName("spacer");
        var bar = new Div(publish, save, look, discard, spacer, state);
        bar.addClassName("action-bar");
        return bar;
    }

    private void changed() {
        if (!dirty) {
            dirty = true;
            state.setText(getTranslation("selection.programme.unsaved"));
            warnBeforeClosing(true);
        }
    }

    private void clean() {
        dirty = false;
        var version = Objects.requireNonNull(draft);
        state.setText(getTranslation(
                "selection.programme.saved-by",
                version.editor() == null ? "" : accounts.displayName(version.editor()),
                Formats.moment(version.editedAt())));
        warnBeforeClosing(false);
    }

    /** The browser asks before it closes the page or leaves the program. */
    private void warnBeforeClosing(boolean warn) {
        UI.getCurrent()
                .getPage()
                .executeJs("window.onbeforeunload = $0 ? event => { event.preventDefault(); return ''; } : null", warn);
    }

    /** @return whether it is kept now */
    private boolean save() {
        var version = Objects.requireNonNull(draft);
        try {
            draft = programmes.save(typed(), version.revision());
            clean();
            say(programmes.problems(Objects.requireNonNull(draft).programme()), false);
            Notices.done(getTranslation("selection.programme.saved"));
            return true;
        } catch (SomebodyWasFirst first) {
            tell(first);
        } catch (RuleViolation no) {
            say(no.fields(), true);
        }
        return false;
    }

    /** What was typed stays on the page; the other's version can be opened. */
    private void tell(SomebodyWasFirst first) {
        var key = Objects.requireNonNull(draft).programme().key();
        var words = new Paragraph(getTranslation(
                "selection.programme.somebody-was-first",
                first.actor(),
                Formats.moment(first.at()),
                texts.of(first.deed())));
        var other = new Anchor("programmes/" + key + "/edit", getTranslation("selection.programme.open-theirs"));
        other.setTarget("_blank");
        var load = new Button(
                getTranslation("selection.programme.load-theirs"),
                click -> programmes.draft(key).ifPresentOrElse(this::show, () -> {
                    clean();
                    UI.getCurrent().navigate("programmes/" + key);
                }));
        load.addThemeVariants(ButtonVariant.LUMO_SMALL);
        problems.removeAll();
        var hint = new Div(words, new Div(other, new Span(" "), load));
        hint.addClassNames("hint", "hint-warning");
        problems.add(hint);
        problems.scrollIntoView();
    }

    private Programme typed() {
        return Objects.requireNonNull(editor).value();
    }

    /** What keeps the draft from being published; @param refused whether somebody has just tried */
    private void say(List<FieldError> errors, boolean refused) {
        Objects.requireNonNull(editor).show(refused ? errors : List.of());
        problems.removeAll();
        if (errors.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        errors.stream()
                .limit(MOST_PROBLEMS)
                .forEach(error -> list.add(new ListItem(getTranslation(
                        "selection.programme.problem", place(error.field()), texts.of(error.message())))));
        var hint = new Div(
                new Paragraph(getTranslation(
                        refused ? "selection.programme.refused" : "selection.programme.still", errors.size())),
                list);
        hint.addClassNames("hint", "hint-warning");
        problems.add(hint);
        if (refused) {
            problems.scrollIntoView();
        }
    }

    /** {@code 类别“试点地区” › 指标 1 › 权重}. */
    private String place(String path) {
        var programme = typed();
        var words = new ArrayList<String>();
        for (var step : path.split("\\.")) {
            var name = step.replaceAll("\\[\\d+]", "");
            var index = step.equals(name) ? -1 : Integer.parseInt(step.replaceAll("\\D", ""));
            if (name.equals("tracks")
                    && index >= 0
                    && index < programme.tracks().size()) {
                words.add(programme.tracks().get(index).name(getLocale()));
            } else if (!name.isEmpty()) {
                words.add(parts.field(name) + (index < 0 ? "" : " " + (index + 1)));
            }
        }
        return String.join(" › ", words);
    }

    private void preview() {
        var dialog = new Dialog();
        var programme = typed();
        dialog.setHeaderTitle(getTranslation("selection.programme.preview-title"));
        dialog.setWidth("min(1180px, 96vw)");
        dialog.setHeight("92vh");
        dialog.add(
                new PageHeader(programme.name(getLocale())).withLine(parts.line(programme)),
                parts.all(programme, null, false));
        dialog.getFooter().add(new Button(getTranslation("ui.close"), click -> dialog.close()));
        dialog.open();
    }

    private void askToPublish() {
        if (dirty && !save()) {
            return;
        }
        var version = Objects.requireNonNull(draft);
        var errors = programmes.problems(version.programme());
        if (!errors.isEmpty()) {
            say(errors, true);
            return;
        }
        var programme = version.programme();
        var dialog = new ConfirmDialog(
                getTranslation("selection.programme.publish"),
                getTranslation(
                        "selection.programme.publish.consequence", programme.name(getLocale()), programme.version()),
                getTranslation("selection.programme.publish"),
                confirmed -> publish(version));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("ui.cancel"));
        dialog.open();
    }

    private void publish(ProgrammeVersion version) {
        var programme = version.programme();
        try {
            var published = programmes.publish(programme.key(), programme.version(), version.revision());
            clean();
            Notices.done(getTranslation(
                    "selection.programme.published-now",
                    programme.name(getLocale()),
                    published.programme().version()));
            UI.getCurrent().navigate("programmes/" + programme.key());
        } catch (SomebodyWasFirst first) {
            tell(first);
        }
    }

    private void askToDiscard() {
        var version = Objects.requireNonNull(draft);
        var programme = version.programme();
        var dialog = new ConfirmDialog(
                getTranslation("selection.programme.discard"),
                getTranslation("selection.programme.discard.consequence"),
                getTranslation("selection.programme.discard"),
                confirmed -> {
                    try {
                        programmes.discard(programme.key(), programme.version(), version.revision());
                        clean();
                        UI.getCurrent().navigate("programmes");
                    } catch (SomebodyWasFirst first) {
                        tell(first);
                    }
                });
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("ui.cancel"));
        dialog.open();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!dirty) {
            return;
        }
        var leaving = event.postpone();
        var dialog = new ConfirmDialog(
                getTranslation("selection.programme.leave"),
                getTranslation("selection.programme.leave.consequence"),
                getTranslation("selection.programme.leave.save"),
                confirmed -> {
                    if (save()) {
                        leaving.proceed();
                    }
                });
        dialog.setRejectable(true);
        dialog.setRejectText(getTranslation("selection.programme.leave.drop"));
        dialog.addRejectListener(rejected -> {
            clean();
            leaving.proceed();
        });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("ui.cancel"));
        dialog.open();
    }
}
