package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import rongtong.document.Attachments;
import rongtong.form.Form;
import rongtong.form.ui.FormViews;
import rongtong.identity.CurrentUser;
import rongtong.selection.panel.Assigned;
import rongtong.selection.review.ReviewState;
import rongtong.selection.review.ReviewedApplication;
import rongtong.selection.review.ScoringDesk;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.ReasonDialog;

/**
 * One application beside the rubric, for the expert to whom it is assigned and nobody else. On a phone the two are tabs.
 * Ctrl+S keeps the sheet, Alt+PageDown and Alt+PageUp lead to the next and the previous application.
 */
@Route("reviews/:application")
@RolesAllowed("EXPERT")
@StyleSheet("selection-scoring.css")
class ScoringView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ScoringDesk desk;
    private final transient FormViews forms;
    private final transient Attachments attachments;
    private final transient CurrentUser user;
    private final transient Texts texts;

    private final Span progress = new Span();
    private final ProgressBar bar = new ProgressBar();
    private String title = "";

    ScoringView(ScoringDesk desk, FormViews forms, Attachments attachments, CurrentUser user, Texts texts) {
        this.desk = desk;
        this.forms = forms;
        this.attachments = attachments;
        this.user = user;
        this.texts = texts;
        addClassNames("page", "scoring");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(parse(event.getRouteParameters().get("application").orElse("")));
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("review", id);
        }
    }

    private void show(UUID id) {
        var application = desk.open(id);
        var assigned = application.assigned();
        title = assigned.title();
        removeAll();
        var back = new Anchor("reviews", getTranslation("selection.scoring.back"));
        back.addClassName("page-back");
        var header = new PageHeader(title)
                .withLine(String.join(
                        " · ",
                        application.applicantName(),
                        assigned.number(),
                        application.roundTitle(),
                        ReviewListView.trackName(application),
                        getTranslation("selection.panel.turn." + assigned.turn()),
                        getTranslation("selection.scoring.due", Formats.moment(assigned.dueAt()))));
        add(back, header);
        if (!assigned.declared()) {
            add(promiseFirst(assigned));
            return;
        }
        var rubric = new Rubric(desk, texts, application, user.username(), () -> showProgress(assigned));
        if (application.mayScore()) {
            header.addAction(recusal(assigned));
        }
        add(way(application, rubric), parts(application, rubric));
        showProgress(assigned);
    }

    private Component promiseFirst(Assigned assigned) {
        var hint = new Paragraph(getTranslation("selection.scoring.promise-first"));
        hint.addClassNames("hint", "hint-warning");
        desk.promiseTask(assigned.review())
                .ifPresent(task -> hint.add(
                        new Span(" "), new Anchor("tasks/" + task, getTranslation("selection.scoring.promise"))));
        return hint;
    }

    /** Where in the review this is, and the way on. */
    private Component way(ReviewedApplication application, Rubric rubric) {
        var all = desk.mine(application.assigned().review());
        var place = place(all, application.assigned());
        var jump = new Select<Assigned>();
        jump.setAriaLabel(getTranslation("selection.scoring.jump"));
        jump.setItems(all);
        jump.setItemLabelGenerator(each -> getTranslation(
                "selection.scoring.jump.item",
                place(all, each) + 1,
                each.title(),
                getTranslation("selection.scoring.state." + ReviewState.of(each))));
        jump.setValue(all.get(place));
        jump.addClassName("scoring-jump");
        jump.addValueChangeListener(change -> go(change.getValue()));
        bar.setMin(0);
        progress.addClassName("list-line");
        var count = new Div(progress, bar);
        count.addClassName("scoring-progress");
        var way = new Div(
                step(all, place - 1, "selection.scoring.previous", VaadinIcon.ANGLE_LEFT, Key.PAGE_UP),
                jump,
                step(all, place + 1, "selection.scoring.next", VaadinIcon.ANGLE_RIGHT, Key.PAGE_DOWN),
                count);
        if (application.mayScore()) {
            var save = new Button(getTranslation("selection.scoring.save"), click -> rubric.save());
            save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
            save.setTooltipText("Ctrl+S");
            // a double click would open a second dialog, which stays when the first one has handed in
            var submit = new OnceButton(
                    getTranslation("selection.scoring.submit"),
                    () -> new SheetsDialog(desk, application.assigned().review(), this::go, this::submitted).open());
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            way.add(save, submit);
        }
        way.addClassName("scoring-way");
        return way;
    }

    private static int place(List<Assigned> all, Assigned one) {
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).application().equals(one.application())) {
                return place;
            }
        }
        throw new NotFound("review", one.application());
    }

    private Button step(List<Assigned> all, int place, String words, VaadinIcon icon, Key key) {
        var button = new Button(icon.create(), click -> go(all.get(place)));
        button.setAriaLabel(getTranslation(words));
        button.setTooltipText(getTranslation(words) + " · Alt+" + (key == Key.PAGE_UP ? "PageUp" : "PageDown"));
        button.setEnabled(place >= 0 && place < all.size());
        button.addClickShortcut(key, KeyModifier.ALT);
        return button;
    }

    private void go(Assigned assigned) {
        UI.getCurrent().navigate("reviews/" + assigned.application());
    }

    private void submitted() {
        Notices.done(getTranslation("selection.scoring.all-submitted"));
        UI.getCurrent().navigate("reviews");
    }

    private void showProgress(Assigned assigned) {
        var all = desk.mine(assigned.review());
        var criteria = desk.heading(assigned).criteria();
        var done = all.stream()
                .filter(each ->
                        ScoringDesk.missing(criteria, ScoringDesk.scores(each)).isEmpty())
                .count();
        progress.setText(getTranslation("selection.scoring.progress", done, all.size()));
        bar.getElement().setAttribute("aria-label", progress.getText());
        bar.setMax(Math.max(1, all.size()));
        bar.setValue(done);
    }

    private Component recusal(Assigned assigned) {
        var button = new OnceButton(getTranslation("selection.scoring.recuse"), () -> {
            new ReasonDialog(
                            getTranslation("selection.scoring.recuse"),
                            getTranslation("selection.scoring.recuse.consequence", assigned.title()),
                            getTranslation("selection.scoring.recuse"),
                            reason -> {
                                desk.recuse(assigned.application(), reason);
                                Notices.done(getTranslation("selection.scoring.recused"));
                                UI.getCurrent().navigate("reviews");
                            })
                    .open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Component parts(ReviewedApplication application, Rubric rubric) {
        var form = forms.of(Form.parse(application.form()), application.answers(), true);
        var files = new Panel(
                getTranslation("selection.scoring.files"), new ApplicationFiles(attachments, application.files()));
        files.setCount(application.files().size());
        var left = new Div(new Panel(getTranslation("selection.scoring.application"), form), files);
        left.addClassNames("scoring-application", "stack");
        var right = new Div(new Panel(getTranslation("selection.scoring.rubric"), rubric));
        right.addClassName("scoring-sheet");
        var body = new Div(left, right);
        body.addClassName("scoring-body");
        var tabs = new Tabs(
                new Tab(getTranslation("selection.scoring.application")),
                new Tab(getTranslation("selection.scoring.rubric")));
        tabs.addClassName("scoring-tabs");
        tabs.addSelectedChangeListener(
                change -> body.setClassName("scoring-shows-sheet", tabs.getSelectedIndex() == 1));
        return new Div(tabs, body);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
