package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import rongtong.document.Attachment;
import rongtong.document.Attachments;
import rongtong.document.Documents;
import rongtong.document.ui.DocumentList;
import rongtong.form.FileStore;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.Texts;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.OnceButton;
import rongtong.ui.Panel;
import rongtong.workflow.CaseView;
import rongtong.workflow.DiagramView;
import rongtong.workflow.Outlook;
import rongtong.workflow.TaskRow;

/** Parts that the page of a task and the page of a case have in common. */
@org.springframework.stereotype.Component
class CaseParts {

    private final DueTexts due;
    private final Outlook outlook;
    private final Documents documents;
    private final Attachments attachments;
    private final ObjectProvider<FileStore> files;
    private final Accounts accounts;
    private final CurrentUser user;
    private final AnswerForms forms;
    private final Texts texts;

    CaseParts(
            DueTexts due,
            Outlook outlook,
            Documents documents,
            Attachments attachments,
            ObjectProvider<FileStore> files,
            Accounts accounts,
            CurrentUser user,
            AnswerForms forms,
            Texts texts) {
        this.due = due;
        this.outlook = outlook;
        this.documents = documents;
        this.attachments = attachments;
        this.files = files;
        this.accounts = accounts;
        this.user = user;
        this.forms = forms;
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    Span due(TaskRow task) {
        return due.label(task);
    }

    StatusPanel status(CaseView view, List<DiagramView> diagrams) {
        var panel = new StatusPanel(view, due);
        panel.addNext(outlook.next(diagrams));
        return panel;
    }

    TimelinePanel timeline(CaseView view) {
        return new TimelinePanel(view.timeline(), view.current(), forms);
    }

    /** Issued documents, then the files that were handed in. */
    Panel papers(UUID caseId) {
        var handedIn = attachments.of(caseId);
        var issued = documents.of(caseId);
        var panel = new Panel(texts.of("desk.papers"));
        panel.setCount(handedIn.size() + (long) issued.size());
        if (handedIn.isEmpty() && issued.isEmpty()) {
            panel.add(new EmptyState(texts.of("desk.papers.empty")));
            return panel;
        }
        if (!issued.isEmpty()) {
            panel.add(new DocumentList(documents, texts, caseId));
        }
        var rows = new Div();
        rows.addClassName("rows");
        handedIn.forEach(file -> rows.add(row(file)));
        panel.add(rows);
        return panel;
    }

    private Component row(Attachment file) {
        var address = files.stream()
                .flatMap(store -> store.find(file.id().toString()).stream())
                .map(FileStore.StoredFile::address)
                .findFirst();
        var name = address.<Component>map(found -> {
                    var link = new Anchor(found, file.name());
                    link.setRouterIgnore(true);
                    return link;
                })
                .orElseGet(() -> new Span(file.name()));
        var size = new Span(Formats.size(file.size()));
        size.addClassNames("row-side", "muted");
        var row = new Div(name, size);
        row.addClassName("row");
        return row;
    }

    /**
     * Asks for a colleague who holds the same office in the person's organisation.
     *
     * @param key of the title, which is also the button; the sentence below has the same with {@code .do}
     */
    void askForColleague(String key, SerializableConsumer<String> action) {
        askForPerson(
                key,
                user.groups().stream()
                        .flatMap(group -> accounts.members(group).stream())
                        .filter(username -> !username.equals(user.username()))
                        .distinct()
                        .sorted()
                        .toList(),
                action);
    }

    /** As {@link #askForColleague}, of the given user names. */
    void askForPerson(String key, List<String> usernames, SerializableConsumer<String> action) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(texts.of(key));
        dialog.setWidth("28rem");
        var colleague = new ComboBox<String>(texts.of("desk.colleague"));
        colleague.setItems(usernames);
        colleague.setItemLabelGenerator(username -> accounts.displayName(username) + " (" + username + ")");
        colleague.setWidthFull();
        var confirm = new OnceButton(texts.of(key), () -> {
            if (colleague.isEmpty()) {
                colleague.setInvalid(true);
                colleague.setErrorMessage(texts.of("desk.colleague.missing"));
                return;
            }
            action.accept(colleague.getValue());
            dialog.close();
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(texts.of(key + ".do")), colleague);
        dialog.getFooter().add(new Button(texts.of("ui.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }
}
