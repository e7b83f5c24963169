package rongtong.selection.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Programme.DefaultNote;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.programme.Scoring;
import rongtong.selection.programme.Track.Recommender;

/**
 * A published programme with everything one has to know before one applies (R-GB-03, R-LN-03, R-ZJ-10).
 *
 * @param code the key again, for pickers
 * @param retired since when and why no new round of it begins; null while it is in use
 */
record ProgrammeAnswer(
        String key,
        String code,
        int version,
        String province,
        String name,
        String summary,
        List<ClauseAnswer> clauses,
        List<FunctionAnswer> leads,
        List<FunctionAnswer> participants,
        RegisterKind register,
        List<TrackAnswer> tracks,
        Scoring scoring,
        int noticeDays,
        int validityYears,
        @Nullable Quota partners,
        List<String> targets,
        List<DefaultNote> defaults,
        @Nullable RetirementAnswer retired) {

    /** Who did it is for the audit. */
    record RetirementAnswer(Instant at, String reason) {}

    record ClauseAnswer(String reference, String document, String number, String quotation) {}

    /** A function and the department that has it in the province. */
    record FunctionAnswer(String function, String organization, String name) {}

    /**
     * @param refusal why the caller's organisation may not apply, in words; null if it may, or nobody is logged in
     */
    record TrackAnswer(
            String key,
            String name,
            List<String> applicants,
            Quota quota,
            String eligibility,
            String form,
            List<Recommender> route,
            List<Criterion> criteria,
            int panelSize,
            @Nullable String refusal) {}
}
