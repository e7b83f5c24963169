package rongtong.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.document.Attachments;
import rongtong.form.Field;
import rongtong.form.Form;
import rongtong.form.FormModel;
import rongtong.form.References;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.workflow.engine.ProcessModels.StepModel;

/**
 * The way of an answer, the same for screens and programs: what a form starts with, the checks of form and rules, the
 * records, the kept submission.
 */
@Component
class Answering {

    private final JdbcClient jdbc;
    private final Json json;
    private final Steps steps;
    private final Attachments attachments;
    private final References references;

    Answering(JdbcClient jdbc, Json json, Steps steps, Attachments attachments, References references) {
        this.jdbc = jdbc;
        this.json = json;
        this.steps = steps;
        this.attachments = attachments;
        this.references = references;
    }

    /** The form that a step asks of the person. */
    AskedForm formFor(String process, StepModel model, StepContext context) {
        return steps.of(process, context.step())
                .form(context, new AskedForm(process, context.step(), model.formJson(), model.form()));
    }

    /**
     * What a form starts with: for the fields to fill in, what was answered at the same step before (a case that came
     * back); for all else that the form shows or asks in its conditions, the case's answers; and what the step adds.
     * Answers that the form does not speak of stay away from it.
     */
    Map<String, @Nullable Object> valuesFor(String process, StepModel model, StepContext context) {
        return valuesFor(process, formFor(process, model, context), context);
    }

    private Map<String, @Nullable Object> valuesFor(String process, AskedForm asked, StepContext context) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (context.task() != null) {
            var submitted = submitted(asked, context);
            submitted.ofCase().forEach((key, value) -> {
                if (!isAsked(asked.form(), key) && speaksOf(asked.json(), key)) {
                    values.put(key, value);
                }
            });
            submitted.before().forEach((key, value) -> {
                if (isAsked(asked.form(), key) && !decides(asked.form(), key)) {
                    values.put(key, value);
                }
            });
        }
        values.putAll(steps.of(process, context.step()).values(context));
        return values;
    }

    /**
     * Checks the answers against the form and the rules, writes the records, keeps the submission.
     *
     * @return process variables to set
     * @throws rongtong.shared.RuleViolation with the fields, if anything is wrong; then nothing is written
     */
    Map<String, Object> accept(
            String process, StepModel model, StepContext context, Map<String, @Nullable Object> values) {
        // taken before the records change what the form depends on
        var asked = formFor(process, model, context);
        var answers = check(process, asked, context, values);
        var step = steps.of(process, context.step());
        step.record(context, answers);
        if (step.keepsAnswers()) {
            keep(asked, context, answers);
        }
        bind("attachments", filesOf(asked.form(), answers.values()), context.caseId());
        var facts = new LinkedHashMap<String, Object>();
        for (var field : asked.form().fields()) {
            field.key()
                    .filter(key -> field.processVariable())
                    .map(answers.values()::get)
                    .ifPresent(value -> {
                        facts.put(field.key().orElseThrow(), value);
                    });
        }
        facts.putAll(context.facts());
        return facts;
    }

    /**
     * Checks the answers against the form and the rules and changes nothing.
     *
     * @throws rongtong.shared.RuleViolation with the fields, if anything is wrong
     */
    Answers check(String process, StepModel model, StepContext context, Map<String, @Nullable Object> values) {
        return check(process, formFor(process, model, context), context, values);
    }

    private Answers check(String process, AskedForm asked, StepContext context, Map<String, @Nullable Object> values) {
        Printable.require("", values);
        var step = steps.of(process, context.step());
        var sent = new Findings();
        step.checkSent(context, values, sent);
        sent.settle(new Answers(values));
        var submission = references.submit(
                new FormModel(asked.form(), withoutNulls(valuesFor(process, asked, context))).fill(values));
        submission.refuseIfInvalid();
        var answers = new Answers(new LinkedHashMap<>(submission.values()));
        var findings = new Findings();
        step.check(context, answers, findings);
        findings.settle(answers);
        return answers;
    }

    /**
     * Makes files part of the case.
     *
     * @throws RuleViolation at the field, if one is no file that the person has handed in
     */
    void bind(String field, List<?> files, UUID caseId) {
        if (files.isEmpty()) {
            return;
        }
        try {
            attachments.bind(
                    files.stream().map(file -> UUID.fromString(file.toString())).toList(), caseId);
        } catch (IllegalArgumentException noId) {
            var message = Message.of("workflow.no-such-file");
            throw new RuleViolation(message, List.of(new RuleViolation.FieldError(field, message)));
        }
    }

    /** Ids in all file pickers, also those inside lists. */
    private static List<Object> filesOf(Form form, Map<String, @Nullable Object> values) {
        var pickers = form.fields().stream()
                .filter(field -> field.type().equals("filepicker"))
                .flatMap(field -> field.key().stream())
                .collect(Collectors.toSet());
        var files = new ArrayList<Object>();
        if (!pickers.isEmpty()) {
            collectFiles(values, pickers, files);
        }
        return files;
    }

    private static void collectFiles(@Nullable Object value, Set<String> pickers, List<Object> files) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (pickers.contains(key) && inner instanceof List<?> ids) {
                    files.addAll(ids);
                } else {
                    collectFiles(inner, pickers, files);
                }
            });
        } else if (value instanceof List<?> rows) {
            rows.forEach(row -> collectFiles(row, pickers, files));
        }
    }

    private void keep(AskedForm asked, StepContext context, Answers answers) {
        jdbc.sql("""
                        insert into workflow.submission (task_id, case_id, process, step, unit, answers, actor, at)
                        values (:task, :case, :process, :step, :unit, :answers::jsonb, :actor, :at)
                        """)
                .param("task", context.task() == null ? context.caseId().toString() : context.task())
                .param("case", context.caseId())
                .param("process", asked.process())
                .param("step", asked.step())
                .param("unit", context.unit() == null ? "" : context.unit())
                .param("answers", json.write(answers.values()))
                .param("actor", context.actor())
                .param("at", java.sql.Timestamp.from(context.now()))
                .update();
    }

    /**
     * @param ofCase the latest answer to each question that was not put to several units
     * @param before the last answers at the same step of the same unit
     */
    private record Submitted(Map<String, @Nullable Object> ofCase, Map<String, @Nullable Object> before) {}

    private Submitted submitted(AskedForm asked, StepContext context) {
        var ofCase = new LinkedHashMap<String, @Nullable Object>();
        var before = new LinkedHashMap<String, @Nullable Object>();
        jdbc.sql("""
                        select answers, unit = '' as of_case,
                               process = :process and step = :step and unit = :unit as of_step
                        from workflow.submission
                        where case_id = :case
                          and (unit = '' or process = :process and step = :step and unit = :unit)
                        order by at, task_id
                        """)
                .param("case", context.caseId())
                .param("process", asked.process())
                .param("step", asked.step())
                .param("unit", context.unit() == null ? "" : context.unit())
                .query(row -> {
                    var answers = json.readObject(row.getString("answers"));
                    if (row.getBoolean("of_case")) {
                        ofCase.putAll(answers);
                    }
                    if (row.getBoolean("of_step")) {
                        before.clear();
                        before.putAll(answers);
                    }
                });
        return new Submitted(ofCase, before);
    }

    /** Whether a person fills the field in. */
    private static boolean isAsked(Form form, String key) {
        return form.fields().stream()
                .anyMatch(field -> field.key().filter(key::equals).isPresent() && !isShown(field));
    }

    private static boolean isShown(Field field) {
        return Boolean.TRUE.equals(field.property("readonly")) || Boolean.TRUE.equals(field.property("disabled"));
    }

    /** A decision is made anew each time. */
    private static boolean decides(Form form, String key) {
        return form.fields().stream()
                .anyMatch(field -> field.processVariable()
                        && field.key().filter(key::equals).isPresent());
    }

    private static boolean speaksOf(String formJson, String key) {
        return Pattern.compile("\\b" + Pattern.quote(key) + "\\b")
                .matcher(formJson)
                .find();
    }

    private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> values) {
        var present = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }
}
