package rongtong.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;

/**
 * What a procedure adds to one of its user tasks: what the form shows, which rules hold, what is recorded. One bean for
 * each user task that needs it, its class named after the task; a task without one just keeps its answers with the case.
 *
 * <p>All methods run in the transaction of the call that leads there; {@link #record} in the one that completes the
 * task, so that the engine's step and the records are written together or not at all.
 */
public interface Step {

    /**
     * @return id of the process and of its user task, such as {@code member-selection/selectSchools}; the start form of
     *     a process is {@code alliance-founding/start}
     */
    String id();

    /**
     * Why an organisation may not start the service, in words that say what to do; nothing if it may. Asked of the step
     * of the start form before anything is filled in, and again when the case is started.
     */
    default Optional<Message> refusal(String organization) {
        return Optional.empty();
    }

    /**
     * What the start form begins with where the address of its page names something, such as the programme from whose page
     * the person comes. Asked of the step of the start form.
     *
     * @param organization that is about to start the service
     * @param named what the address names, unchecked
     */
    default Preselection preselect(String organization, Map<String, String> named) {
        return Preselection.NONE;
    }

    /**
     * Why a case can no longer be taken back by who started it; nothing if it can, as far as the model draws a way. Asked
     * of the step of the start form.
     */
    default Optional<Message> withdrawalRefusal(UUID caseId) {
        return Optional.empty();
    }

    /**
     * What the form needs beside the case's earlier answers to fields of the same key: tables, choices for
     * {@code valuesKey}, numbers that its conditions read, first values of its fields.
     */
    default Map<String, Object> values(StepContext context) {
        return Map.of();
    }

    /**
     * The form that is filled in here; most steps ask what their model names. The answers are kept as those of the step
     * that the form belongs to, so that a later version of them takes the place of a former one.
     */
    default AskedForm form(StepContext context, AskedForm drawn) {
        return drawn;
    }

    /**
     * Looks at what was sent before the form takes from it what may be answered: the form leaves out in silence what
     * nobody asked for, and a step may refuse it instead.
     */
    default void checkSent(StepContext context, Map<String, @Nullable Object> sent, Findings findings) {}

    /** Rules that the form cannot say for itself. Called after the form's own checks have passed; changes nothing. */
    default void check(StepContext context, Answers answers, Findings findings) {}

    /** Writes the records of the procedure and sets the facts that gateways read. */
    default void record(StepContext context, Answers answers) {}

    /**
     * Whether the answers are kept with the case, where all whom the case concerns in public bodies read them. A step whose
     * answers must stay secret, such as points before all have given theirs, keeps them in records of its own.
     */
    default boolean keepsAnswers() {
        return true;
    }

    /** Rules for answers to this step that the applicant has corrected later (补正); those of {@link #check} unless said. */
    default void checkCorrection(StepContext context, Answers answers, Findings findings) {
        check(context, answers, findings);
    }

    /** Brings the records up to date with answers to this step that the applicant has corrected later (补正). */
    default void recordCorrection(StepContext context, Answers answers) {}
}
