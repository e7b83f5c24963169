package rongtong.selection.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.Openings;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.application.Recommendations;
import rongtong.shared.Texts;
import rongtong.workflow.decision.DocumentFacts;

/** What the documents about an application say of it. */
@Component
class ApplicationFacts implements DocumentFacts {

    private static final Set<String> KINDS =
            Set.of("recommendation-refusal", "credit-refusal", "task-letter", "selection-notice");

    private final PilotApplications applications;
    private final Recommendations recommendations;
    private final Openings openings;
    private final Organizations organizations;
    private final Texts texts;

    ApplicationFacts(
            PilotApplications applications,
            Recommendations recommendations,
            Openings openings,
            Organizations organizations,
            Texts texts) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.openings = openings;
        this.organizations = organizations;
        this.texts = texts;
    }

    @Override
    public boolean serves(String kind) {
        return KINDS.contains(kind);
    }

    @Override
    public Map<String, Object> facts(UUID caseId, Map<String, Object> variables) {
        var application = applications.get(caseId);
        var opening = openings.get(application);
        var programme = opening.programme();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("projectTitle", application.title());
        facts.put("roundTitle", opening.round().title());
        facts.put("trackName", opening.track().name());
        facts.put("validity", texts.of("selection.application.validity", programme.validityYears()));
        switch (application.status()) {
            case NOT_RECOMMENDED ->
                recommendations.of(caseId).stream()
                        .filter(said -> !said.recommended())
                        .findFirst()
                        .ifPresent(said -> facts.put("reasons", said.opinion()));
            case RESERVE, NOT_SELECTED -> {
                facts.put("outcome", texts.of("selection.application.outcome." + application.status()));
                facts.put(
                        "reasons",
                        applications
                                .decisionReason(caseId)
                                .orElseGet(() -> texts.of("selection.application.reason." + application.status())));
            }
            default -> {}
        }
        if (application.status() != ApplicationStatus.WRITING) {
            facts.put("convener", organizations.name(opening.round().organ()));
        }
        return facts;
    }
}
