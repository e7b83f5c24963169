package rongtong.selection.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.selection.programme.Criterion;
import rongtong.selection.review.ReviewedApplication;
import rongtong.selection.review.ScoringDesk;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.Formats;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The score sheet of one application: points for each criterion, the weighted total as it grows, a comment. What is typed is
 * kept a moment later; until the server has it, this browser keeps a copy, so that nothing is lost with the network or the
 * session.
 */
class Rubric extends Div {

    private static final int PAUSE_MILLISECONDS = 600;
    private static final int LONGEST_COMMENT = 4000;
    private static final int FINEST = 1;
    private static final String COMMENT = "comment";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final transient ScoringDesk desk;
    private final transient Texts texts;
    private final transient ReviewedApplication application;
    private final String key;
    private final SerializableRunnable kept;

    private final transient Map<Criterion, NumberField> points = new LinkedHashMap<>();
    private final TextArea comment = new TextArea();
    private final Span total = new Span();
    private final Span hint = new Span();
    private boolean filling;

    /**
     * @param username whose sheet it is
     * @param kept called when something was kept
     */
    Rubric(ScoringDesk desk, Texts texts, ReviewedApplication application, String username, SerializableRunnable kept) {
        this.desk = desk;
        this.texts = texts;
        this.application = application;
        this.kept = kept;
        this.key = "rongtong-sheet:" + username + ":"
                + application.assigned().application() + ":"
                + application.assigned().turn();
        addClassName("scoring-rubric");
        application.criteria().forEach(this::criterion);
        comment.setLabel(getTranslation("selection.scoring.comment"));
        comment.setMaxLength(LONGEST_COMMENT);
        comment.setMinRows(4);
        comment.setWidthFull();
        comment.setValueChangeMode(ValueChangeMode.LAZY);
        comment.setValueChangeTimeout(PAUSE_MILLISECONDS);
        comment.getElement().setAttribute("data-answer", COMMENT);
        comment.addValueChangeListener(change -> changed());
        total.addClassName("scoring-total-number");
        total.getElement().setAttribute("role", "status");
        var sum = new Div(new Span(getTranslation("selection.scoring.total")), total);
        sum.addClassName("scoring-total");
        hint.addClassName("draft-hint");
        hint.getElement().setAttribute("role", "status");
        var offline = new Span(getTranslation("selection.scoring.offline"));
        offline.addClassName("scoring-offline-hint");
        add(comment, sum, hint, offline);
        fill();
    }

    private void criterion(Criterion criterion) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        var field = new NumberField(getTranslation(
                "selection.scoring.criterion",
                english ? criterion.nameEn() : criterion.name(),
                criterion.weight(),
                criterion.max()));
        field.setMin(0);
        field.setMax(criterion.max());
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        field.setI18n(new NumberField.NumberFieldI18n()
                .setBadInputErrorMessage(getTranslation("selection.scoring.bad-points", criterion.max()))
                .setMinErrorMessage(getTranslation("selection.scoring.bad-points", criterion.max()))
                .setMaxErrorMessage(getTranslation("selection.scoring.bad-points", criterion.max())));
        field.getElement().setAttribute("data-answer", criterion.key());
        field.addValueChangeListener(change -> changed());
        var guidance = new Paragraph(english ? criterion.guidanceEn() : criterion.guidance());
        guidance.addClassName("scoring-guidance");
        points.put(criterion, field);
        var part = new Div(field, guidance);
        part.addClassName("scoring-criterion");
        add(part);
    }

    private void fill() {
        filling = true;
        var scores = ScoringDesk.scores(application.assigned());
        points.forEach((criterion, field) -> {
            var known = scores.get(criterion.key());
            field.setValue(known == null ? null : known.doubleValue());
            field.setReadOnly(!application.mayScore());
        });
        var sheet = application.assigned().sheet();
        comment.setValue(sheet == null ? "" : sheet.comment());
        comment.setReadOnly(!application.mayScore());
        filling = false;
        showTotal();
        if (sheet != null) {
            var submitted = sheet.submittedAt();
            hint.setText(
                    submitted == null
                            ? getTranslation("selection.scoring.saved", clock(sheet.savedAt()))
                            : getTranslation("selection.scoring.submitted", Formats.moment(submitted)));
        }
    }

    /** What stands in the fields and can be kept. */
    Map<String, BigDecimal> scores() {
        var scores = new LinkedHashMap<String, BigDecimal>();
        points.forEach((criterion, field) -> {
            var value = field.getValue();
            if (value != null && value >= 0 && value <= criterion.max() && !isTooFine(value)) {
                scores.put(criterion.key(), BigDecimal.valueOf(value));
            }
        });
        return scores;
    }

    private static boolean isTooFine(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().scale() > FINEST;
    }

    private void changed() {
        if (!filling) {
            save();
        }
    }

    /** Keeps what stands there now; what is out of bounds stays in its field, marked, and is not kept. */
    void save() {
        showTotal();
        if (!application.mayScore()) {
            return;
        }
        try {
            var at = desk.save(application.assigned().application(), scores(), comment.getValue());
            hint.setText(getTranslation("selection.scoring.saved", clock(at)));
            forgetCopy();
            kept.run();
        } catch (RuleViolation refused) {
            hint.setText(texts.of(refused.explanation()));
        }
        points.values().stream()
                .filter(field -> field.getValue() != null && isTooFine(field.getValue()))
                .forEach(field -> {
                    field.setInvalid(true);
                    field.setErrorMessage(getTranslation("selection.scoring.bad-step"));
                });
    }

    private void showTotal() {
        var scores = scores();
        var missing = ScoringDesk.missing(application.criteria(), scores).size();
        var sum = ScoringDesk.total(application.criteria(), scores).toPlainString();
        total.setText(missing == 0 ? sum : getTranslation("selection.scoring.so-far", sum, missing));
    }

    private static String clock(Instant at) {
        return CLOCK.format(at.atZone(Formats.ZONE));
    }

    /** Leads to the first criterion without points. */
    void lead() {
        points.values().stream()
                .filter(field -> field.getValue() == null)
                .findFirst()
                .ifPresent(field -> {
                    field.focus();
                    field.scrollIntoView();
                });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (application.mayScore()) {
            event.getUI().getPage().addJavaScript("context://rongtong-scoring.js");
            getElement().executeJs("window.rongtongScoring.watch(this, $0)", key);
        }
    }

    private void forgetCopy() {
        var kept = new LinkedHashMap<String, String>();
        points.forEach((criterion, field) -> kept.put(
                criterion.key(),
                field.getValue() == null ? "" : field.getValue().toString()));
        kept.put(COMMENT, comment.getValue());
        getElement()
                .executeJs(
                        "window.rongtongScoring && window.rongtongScoring.kept(this, $0, $1)",
                        key,
                        JsonMapper.shared().writeValueAsString(kept));
    }

    /**
     * The browser has a copy of what was typed and never reached the server, or is in reach of it again.
     *
     * @param copy JSON object of texts by criterion; whatever is not understood is left out
     */
    @ClientCallable
    void restore(@Nullable String copy) {
        if (copy == null || !application.mayScore()) {
            return;
        }
        Map<String, Object> answers;
        try {
            answers = JsonMapper.shared().readValue(copy, new TypeReference<>() {});
        } catch (JacksonException nothing) {
            return;
        }
        filling = true;
        points.forEach(
                (criterion, field) -> number(answers.get(criterion.key())).ifPresent(field::setValue));
        if (answers.get(COMMENT) instanceof String words
                && words.length() <= LONGEST_COMMENT
                && words.indexOf('\0') < 0) {
            comment.setValue(words);
        }
        filling = false;
        save();
        hint.setText(getTranslation("selection.scoring.restored") + " " + hint.getText());
    }

    private static java.util.Optional<Double> number(@Nullable Object typed) {
        try {
            return typed instanceof String text && !text.isBlank()
                    ? java.util.Optional.of(Double.valueOf(text)).filter(Double::isFinite)
                    : java.util.Optional.empty();
        } catch (NumberFormatException noNumber) {
            return java.util.Optional.empty();
        }
    }
}
