package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.Panel;
import rongtong.workflow.CurrentStep;
import rongtong.workflow.TimelineEntry;

/** What happened in a case, the newest first, with the opinions; above it what is open now. */
class TimelinePanel extends Panel {

    private static final Set<String> ENDINGS = Set.of("withdrawn", "cancelled");

    /** SHA-256 as hexadecimal digits. */
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private static final int SHORT_DIGEST = 8;

    /** As many as the style sheet shows of a short timeline. */
    private static final int SHOWN_AT_FIRST = 10;

    /** Fewer entries than this are not worth a click. */
    private static final int SPARED = 3;

    private final transient AnswerForms forms;

    TimelinePanel(List<TimelineEntry> entries, List<CurrentStep> current, AnswerForms forms) {
        super(translate("desk.timeline"));
        this.forms = forms;
        setCount(entries.size());
        if (entries.isEmpty() && current.isEmpty()) {
            add(new EmptyState(getTranslation("desk.timeline.empty")));
            return;
        }
        var list = new OrderedList();
        list.addClassName("timeline");
        current.forEach(step -> list.add(open(step)));
        var newestFirst = new ArrayList<>(entries).reversed();
        newestFirst.forEach(entry -> list.add(item(entry)));
        add(list);
        if (current.size() + entries.size() > SHOWN_AT_FIRST + SPARED) {
            list.addClassName("timeline-short");
            add(whole(list, current.size() + entries.size()));
        }
    }

    /** A long case has a short timeline until somebody wants the whole; on paper it is whole anyway. */
    private Button whole(OrderedList list, int all) {
        var whole = new Button(getTranslation("desk.timeline.whole", Formats.number(all)));
        whole.addClassName("timeline-whole");
        whole.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        whole.addClickListener(click -> {
            list.removeClassName("timeline-short");
            whole.setVisible(false);
        });
        return whole;
    }

    private ListItem open(CurrentStep step) {
        var item = item(step.name(), getTranslation("desk.timeline.open"), step.holder(), Formats.moment(step.since()));
        item.addClassName("current");
        return item;
    }

    private ListItem item(TimelineEntry entry) {
        var ending = ENDINGS.contains(entry.action()) && entry.step() == null;
        // the same word for a whole case and for one step of it
        var takenBack = entry.action().equals("withdrawn") && !ending;
        var action = getTranslation("workflow.action." + (takenBack ? "withdrawn-step" : entry.action()));
        var who = who(entry);
        var item = entry.stepName() == null
                ? item(action, "", who, Formats.moment(entry.at()))
                : item(entry.stepName(), action, who, Formats.moment(entry.at()));
        if (ending) {
            item.addClassName("bad");
        }
        if (entry.opinion() != null && !entry.opinion().isBlank()) {
            item.add(opinion(entry.opinion()));
        }
        var form = entry.form();
        if (form != null && !entry.values().isEmpty()) {
            item.add(answers(form, entry.values()));
        }
        return item;
    }

    /** The words, in which the digest of a file stands short; a click copies the whole. */
    private static Div opinion(String words) {
        var opinion = new Div();
        opinion.addClassName("timeline-opinion");
        var digests = DIGEST.matcher(words);
        int from = 0;
        while (digests.find()) {
            opinion.add(new Text(words.substring(from, digests.start())), digest(digests.group()));
            from = digests.end();
        }
        opinion.add(new Text(words.substring(from)));
        return opinion;
    }

    private static NativeButton digest(String whole) {
        var digest = new NativeButton(whole.substring(0, SHORT_DIGEST) + "…", click -> {
            UI.getCurrent().getPage().executeJs("navigator.clipboard?.writeText($0)", whole);
            Notices.done(translate("desk.timeline.digest.copied"));
        });
        digest.addClassName("digest");
        digest.setTitle(translate("desk.timeline.digest", whole));
        return digest;
    }

    /** Made when it is opened: a long case has hundreds of entries. */
    private Component answers(String form, Map<String, @Nullable Object> values) {
        var answers = new NativeDetails(getTranslation("desk.timeline.answers"));
        answers.addClassName("timeline-answers");
        answers.addToggleListener(toggle -> {
            if (toggle.isOpened() && answers.getContent() == null) {
                answers.setContent(forms.read(form, values));
            }
        });
        return answers;
    }

    private String who(TimelineEntry entry) {
        var organization = Objects.requireNonNullElse(entry.organization(), "");
        var person = Objects.requireNonNullElse(entry.actor(), "");
        var who = person.startsWith(organization) ? person : organization + " " + person;
        return who.isBlank() ? getTranslation("desk.timeline.system") : who;
    }

    private static ListItem item(String title, String action, String who, String time) {
        var head = new Div(part(title, "timeline-step"), part(action, "timeline-who"));
        head.addClassName("timeline-head");
        var foot = new Div(part(who, "timeline-who"), part(time, "timeline-time"));
        foot.addClassName("timeline-head");
        var item = new ListItem(head, foot);
        item.addClassName("timeline-entry");
        return item;
    }

    private static Span part(String text, String look) {
        var part = new Span(text);
        part.addClassName(look);
        return part;
    }
}
