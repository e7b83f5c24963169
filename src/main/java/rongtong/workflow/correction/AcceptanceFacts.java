package rongtong.workflow.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.shared.Texts;
import rongtong.workflow.Deadlines;
import rongtong.workflow.decision.DocumentFacts;

/** What the notices of acceptance, correction and refusal say of the review. */
@Component
class AcceptanceFacts implements DocumentFacts {

    private final Defects defects;
    private final Deadlines deadlines;
    private final Texts texts;
    private final Clock clock;

    AcceptanceFacts(Defects defects, Deadlines deadlines, Texts texts, Clock clock) {
        this.defects = defects;
        this.deadlines = deadlines;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public boolean serves(String kind) {
        return kind.equals("acceptance-notice")
                || kind.equals("correction-notice")
                || kind.equals("refusal-of-acceptance");
    }

    @Override
    public Map<String, Object> facts(UUID caseId, Map<String, Object> variables) {
        var facts = new HashMap<String, Object>();
        if (Objects.equals(variables.get("decision"), "CORRECT")
                || Objects.equals(variables.get("decision"), "CORRECT_AGAIN")) {
            facts.put(
                    "defects",
                    defects.of(caseId, String.valueOf(variables.get("stage"))).stream()
                            .map(defect -> Map.of("matter", defect.label(), "reason", defect.reason()))
                            .toList());
            facts.put("correctBy", day(deadlines.within("correction.limit-days").toInstant()));
        }
        if (Objects.equals(variables.get("decision"), "ACCEPT")) {
            facts.put("acceptedOn", day(clock.instant()));
        }
        if (Objects.equals(variables.get("correction"), "LAPSED")) {
            facts.put("reasons", texts.of("workflow.correction.lapsed-reason"));
        }
        return facts;
    }

    private String day(java.time.Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone()).toString();
    }
}
