package rongtong.selection.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.policy.Clauses;
import rongtong.selection.programme.Eligibility;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Retirements;
import rongtong.selection.programme.Track;
import rongtong.selection.rest.ProgrammeAnswer.ClauseAnswer;
import rongtong.selection.rest.ProgrammeAnswer.FunctionAnswer;
import rongtong.selection.rest.ProgrammeAnswer.RetirementAnswer;
import rongtong.selection.rest.ProgrammeAnswer.TrackAnswer;
import rongtong.shared.Texts;

/** Says a programme as programs read it, in the language of the caller. */
@Component
class ProgrammeAnswers {

    private final Clauses clauses;
    private final Organizations organizations;
    private final Eligibility eligibility;
    private final Retirements retirements;
    private final Texts texts;

    ProgrammeAnswers(
            Clauses clauses,
            Organizations organizations,
            Eligibility eligibility,
            Retirements retirements,
            Texts texts) {
        this.retirements = retirements;
        this.clauses = clauses;
        this.organizations = organizations;
        this.eligibility = eligibility;
        this.texts = texts;
    }

    /** @param applicant whose right to apply is said; null for nobody's */
    ProgrammeAnswer of(Programme programme, @Nullable String applicant) {
        var locale = LocaleContextHolder.getLocale();
        return new ProgrammeAnswer(
                programme.key(),
                programme.key(),
                programme.version(),
                programme.province(),
                programme.name(locale),
                programme.summary(locale),
                programme.clauses().stream()
                        .flatMap(reference -> clauses.find(reference).stream()
                                .map(clause -> new ClauseAnswer(
                                        reference, clause.documentTitle(), clause.number(), clause.quotation())))
                        .toList(),
                functions(programme, programme.leads()),
                functions(programme, programme.participants()),
                programme.register(),
                programme.tracks().stream()
                        .map(track -> track(programme, track, applicant, locale))
                        .toList(),
                programme.scoring(),
                programme.noticeDays(),
                programme.validityYears(),
                programme.partners(),
                programme.targets(),
                programme.defaults(),
                retirements
                        .of(programme.key())
                        .map(one -> new RetirementAnswer(one.at(), one.reason()))
                        .orElse(null));
    }

    private TrackAnswer track(Programme programme, Track track, @Nullable String applicant, Locale locale) {
        return new TrackAnswer(
                track.key(),
                track.name(locale),
                track.applicants().stream().map(Enum::name).sorted().toList(),
                track.quota(),
                track.eligibility(),
                track.form(),
                track.route(),
                track.criteria(),
                track.panelSize(),
                applicant == null
                        ? null
                        : eligibility
                                .check(programme, track, applicant)
                                .map(texts::of)
                                .orElse(null));
    }

    private List<FunctionAnswer> functions(Programme programme, List<String> functions) {
        return functions.stream()
                .flatMap(function -> organizations.findResponsible(programme.province(), function).stream()
                        .map(code -> new FunctionAnswer(function, code, organizations.name(code))))
                .toList();
    }
}
