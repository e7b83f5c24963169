package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import rongtong.identity.Account;
import rongtong.shared.RuleViolation;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.workflow.Cases;
import rongtong.workflow.Drafts;
import rongtong.workflow.Receipt;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;
import rongtong.workflow.TaskView;

/**
 * One task with everything that is needed to decide it: the form and the actions on the left; where the case stands, the
 * clause, the timeline, the diagram and the papers on the right.
 */
@Route("tasks/:task")
@PermitAll
class TaskDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Key under which the draft of a task keeps the opinion; no form has a field of this name. */
    private static final String OPINION = "__opinion";

    private static final int LONGEST_OPINION = 4000;

    private final transient TaskInbox inbox;
    private final transient TaskActions actions;
    private final transient Cases cases;
    private final transient Drafts drafts;
    private final transient CaseParts parts;
    private final transient AnswerForms forms;
    private final transient ObjectProvider<TaskPanel> panels;
    private final transient Clock clock;

    private String title = "";

    TaskDetailView(
            TaskInbox inbox,
            TaskActions actions,
            Cases cases,
            Drafts drafts,
            CaseParts parts,
            AnswerForms forms,
            ObjectProvider<TaskPanel> panels,
            Clock clock) {
        this.inbox = inbox;
        this.actions = actions;
        this.cases = cases;
        this.drafts = drafts;
        this.parts = parts;
        this.forms = forms;
        this.panels = panels;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("task").orElse(""));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(String id) {
        var task = inbox.open(id);
        title = task.row().name() + " · " + task.row().number();
        var work = new Div(main(task), side(task));
        work.addClassName("work");
        removeAll();
        add(header(task.row()), work);
    }

    private Component header(TaskRow row) {
        var back = new Anchor("tasks", getTranslation("desk.task.back"));
        back.addClassName("page-back");
        var header =
                new PageHeader(row.name()).withLine(row.title() + " · " + row.number() + " · " + row.serviceName());
        if (row.doneAt() == null) {
            header.addAction(parts.due(row));
        }
        header.addAction(new Anchor(CaseNavigation.address(row.caseId()), getTranslation("desk.task.case")));
        return new Div(back, header);
    }

    private Component main(TaskView task) {
        var main = new Div();
        main.addClassName("work-main");
        if (!task.documentation().isBlank()) {
            var hint = new Paragraph(task.documentation());
            hint.addClassName("hint");
            main.add(hint);
        }
        // who has the task may always show it to others; the completion itself may have to wait
        if (task.actions().contains("copy")) {
            var draft = drafts.ofTask(task.row().id());
            var form = forms.show(task.form(), task.values(), draft.orElse(Map.of()));
            panels(task).forEach(panel -> main.add(panel.create(task, form)));
            addSigns(task, main);
            main.add(answering(task, form, draft));
        } else {
            panels(task).forEach(panel -> main.add(panel.create(task)));
            addSigns(task, main);
            main.add(closed(task.row()));
            if (!task.actions().isEmpty()) {
                main.add(watchingBar(task));
            }
        }
        return main;
    }

    private void addSigns(TaskView task, Div main) {
        var signs = actions.signs(task.row().id());
        if (!signs.isEmpty()) {
            main.add(new SignPanel(signs, task.actions().contains("remove-sign"), username -> {
                actions.removeSign(task.row().id(), List.of(username));
                show(task.row().id());
            }));
        }
    }

    private Stream<TaskPanel> panels(TaskView task) {
        return panels.orderedStream().filter(panel -> panel.serves(task.row().step()));
    }

    /** What is shown of a task that this person cannot act on. */
    private Component closed(TaskRow row) {
        var key = row.doneAt() != null ? "done" : row.assigneeName() != null ? "taken" : "not-mine";
        var words = new Paragraph(getTranslation(
                "desk.task." + key, Optional.ofNullable(row.assigneeName()).orElse("")));
        return new Panel(
                getTranslation("desk.task.form"),
                words,
                new Anchor(CaseNavigation.address(row.caseId()), getTranslation("desk.task.case")));
    }

    private Component answering(TaskView task, AnswerForm form, Optional<Map<String, @Nullable Object>> draft) {
        var opinion = opinion(draft.map(values -> values.get(OPINION)).orElse(null));
        var hint = new AutoSave(clock, () -> save(task, form, opinion));
        form.onChange(hint::changed);
        opinion.addValueChangeListener(change -> hint.changed());
        var panel = new Panel(getTranslation("desk.task.form"), form, opinion);
        if (draft.isPresent()) {
            hint.setText(getTranslation("desk.draft.restored"));
        }
        var part = new Div(panel, actionBar(task, form, opinion, hint));
        part.addClassName("work-main");
        return part;
    }

    private TextArea opinion(@Nullable Object text) {
        var opinion = new TextArea(getTranslation("desk.task.opinion"));
        opinion.setPlaceholder(getTranslation("desk.task.opinion.hint"));
        opinion.setMaxLength(LONGEST_OPINION);
        opinion.setMinRows(2);
        opinion.setWidthFull();
        opinion.setValueChangeMode(ValueChangeMode.TIMEOUT);
        opinion.setValueChangeTimeout(500);
        opinion.setValue(text == null ? "" : text.toString());
        return opinion;
    }

    private Component actionBar(TaskView task, AnswerForm form, TextArea opinion, AutoSave hint) {
        var complete = new OnceButton(getTranslation("desk.task.submit"), () -> complete(task, form, opinion, hint));
        complete.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        complete.setEnabled(task.actions().contains("complete"));
        var bar = new Div(complete);
        bar.addClassName("action-bar");
        if (task.actions().contains("return")) {
            bar.add(button("desk.task.return", () -> askToReturn(task, form, opinion, hint)));
        }
        if (task.actions().contains("transfer")) {
            bar.add(button(
                    "desk.task.transfer",
                    () -> parts.askForColleague("desk.task.transfer", username -> {
                        actions.transfer(task.row().id(), username, opinion.getValue());
                        UI.getCurrent().navigate("tasks");
                    })));
        }
        bar.add(more(task, form, opinion));
        var spacer = new Span();
        spacer.addClassName("spacer");
        bar.add(spacer, hint);
        return bar;
    }

    /** What is seldom needed, out of the way of what is needed each time. */
    private Component more(TaskView task, AnswerForm form, TextArea opinion) {
        var id = task.row().id();
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        var more = bar.addItem(getTranslation("desk.task.more")).getSubMenu();
        offer(more, task, "claim", () -> again(id, () -> actions.claim(id)));
        offer(more, task, "release", () -> again(id, () -> actions.release(id)));
        offer(
                more,
                task,
                "delegate",
                () -> parts.askForPerson(
                        "desk.task.delegate",
                        actions.colleagues().stream().map(Account::username).toList(),
                        username -> {
                            save(task, form, opinion);
                            actions.delegate(id, username, opinion.getValue());
                            UI.getCurrent().navigate("tasks");
                        }));
        offer(
                more,
                task,
                "add-sign",
                () -> new SignDialog(actions.concerned(id), LONGEST_OPINION, (position, usernames, question) -> {
                            save(task, form, opinion);
                            again(id, () -> actions.addSign(id, position, usernames, question));
                        })
                        .open());
        offer(
                more,
                task,
                "copy",
                () -> parts.askForPerson(
                        "desk.task.copy",
                        actions.concerned(id).stream().map(Account::username).toList(),
                        username -> {
                            actions.copy(id, List.of(username));
                            Notices.done(getTranslation("desk.task.copied"));
                        }));
        return bar;
    }

    private void offer(SubMenu menu, TaskView task, String action, SerializableRunnable deed) {
        if (task.actions().contains(action)) {
            menu.addItem(getTranslation("desk.task." + action), click -> deed.run());
        }
    }

    /** What those can do who only see the task: take back what they completed, urge. */
    private Component watchingBar(TaskView task) {
        var id = task.row().id();
        var bar = new Div();
        bar.addClassName("action-bar");
        if (task.actions().contains("withdraw")) {
            bar.add(button("desk.task.withdraw", () -> {
                actions.withdraw(id);
                Notices.done(getTranslation("desk.task.taken-back", task.row().name()));
                UI.getCurrent().navigate("tasks");
            }));
        }
        if (task.actions().contains("urge")) {
            bar.add(button("desk.task.urge", () -> {
                again(id, () -> actions.urge(id));
                Notices.done(getTranslation("desk.case.urged"));
            }));
        }
        return bar;
    }

    private Button button(String key, SerializableRunnable deed) {
        return new OnceButton(getTranslation(key), deed::run);
    }

    private void again(String id, Runnable deed) {
        deed.run();
        show(id);
    }

    private void askToReturn(TaskView task, AnswerForm form, TextArea opinion, AutoSave hint) {
        var id = task.row().id();
        save(task, form, opinion);
        var list = forms.showList(task.form(), ReturnDialog.DEFECTS, task.values(), form.values())
                .orElse(null);
        new ReturnDialog(
                        actions.returnTargets(id),
                        opinion.getValue(),
                        list,
                        parts.texts(),
                        LONGEST_OPINION,
                        (to, why, defects) -> {
                            try {
                                if (list != null) {
                                    saveDefects(task, form, opinion, list);
                                }
                                var receipt = actions.returnTo(id, to, why, defects);
                                hint.forget();
                                next(task, receipt);
                            } catch (RuleViolation no) {
                                form.showErrors(no.fields());
                                throw no;
                            }
                        })
                .open();
    }

    /** The list of the dialog goes before that of the page: a defect taken off it must not come back with the draft. */
    private void saveDefects(TaskView task, AnswerForm form, TextArea opinion, AnswerForm list) {
        var values = form.values();
        values.remove(ReturnDialog.DEFECTS);
        values.putAll(list.values());
        save(task, values, opinion);
    }

    private void save(TaskView task, AnswerForm form, TextArea opinion) {
        save(task, form.values(), opinion);
    }

    private void save(TaskView task, Map<String, @Nullable Object> values, TextArea opinion) {
        values.put(OPINION, opinion.getValue());
        drafts.saveTask(task.row().id(), values);
    }

    private void complete(TaskView task, AnswerForm form, TextArea opinion, AutoSave hint) {
        try {
            var answers = form.submit();
            var receipt = actions.complete(task.row().id(), answers, opinion.getValue(), List.of());
            hint.forget();
            next(task, receipt);
        } catch (RuleViolation no) {
            form.showErrors(no.fields());
            throw no;
        }
    }

    /** Opens the most urgent task that is left, or the inbox. */
    private void next(TaskView done, Receipt receipt) {
        var words = switch (receipt.outcome()) {
            case COMPLETED -> "desk.task.receipt";
            case RESOLVED -> "desk.task.receipt.resolved";
            case WAITING -> "desk.task.receipt.waiting";
        };
        Notices.done(getTranslation(words, done.row().name(), receipt.number()));
        var left = inbox.find(new TaskQuery(TaskQuery.View.TODO, null, null, false, TaskQuery.Sort.DUE, 0, 1));
        if (left.items().isEmpty()) {
            UI.getCurrent().navigate("tasks");
        } else {
            TaskNavigation.open(left.items().getFirst().id());
        }
    }

    private Component side(TaskView task) {
        var caseId = task.row().caseId();
        var view = cases.get(caseId);
        var diagrams = cases.diagrams(caseId);
        var clause = task.clause();
        var side = new Div(
                parts.status(view, diagrams),
                new ClausePanel(clause == null ? List.of() : List.of(clause)),
                parts.timeline(view),
                new DiagramPanel(diagrams),
                parts.papers(caseId));
        side.addClassName("work-side");
        return side;
    }
}
