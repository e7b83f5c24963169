package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Texts;
import rongtong.workflow.TaskView;
import rongtong.workflow.ui.AnswerForm;
import rongtong.workflow.ui.TaskPanel;

/** Beside the recommendation: the application to be read, and what the rank would mean among those given already. */
@org.springframework.stereotype.Component
class RecommendPanel implements TaskPanel {

    private final ApplicationParts parts;
    private final Texts texts;

    RecommendPanel(ApplicationParts parts, Texts texts) {
        this.parts = parts;
        this.texts = texts;
    }

    @Override
    public boolean serves(String step) {
        return step.equals("recommend");
    }

    @Override
    public Component create(TaskView task) {
        return parts.text(parts.get(task.row().caseId()));
    }

    @Override
    public Component create(TaskView task, AnswerForm form) {
        var hint = new Paragraph();
        hint.addClassNames("hint", "hint-warning");
        hint.getElement().setAttribute("role", "status");
        var taken = ranks(task.values().get("takenRanks"));
        form.onChange(() -> say(hint, taken, form.model().value("rank")));
        say(hint, taken, form.model().value("rank"));
        var stack = new Div(create(task), hint);
        stack.addClassName("stack");
        return stack;
    }

    private static TreeSet<Integer> ranks(@Nullable Object taken) {
        return taken instanceof List<?> list
                ? list.stream()
                        .map(rank -> Integer.valueOf(rank.toString()))
                        .collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>();
    }

    /** A rank given twice, or a gap below it; neither stops anybody. */
    private void say(Paragraph hint, TreeSet<Integer> taken, @Nullable Object typed) {
        var rank = typed instanceof Number number ? number.intValue() : 0;
        var gap = 1;
        while (taken.contains(gap)) {
            gap++;
        }
        if (taken.contains(rank)) {
            hint.setText(texts.of("selection.recommendation.twice", rank));
        } else if (rank > gap) {
            hint.setText(texts.of("selection.recommendation.gap", gap));
        } else {
            hint.setText("");
        }
        hint.setVisible(!hint.getText().isEmpty());
    }
}
