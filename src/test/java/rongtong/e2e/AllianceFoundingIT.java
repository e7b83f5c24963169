package rongtong.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An alliance is founded in the browser, from the ledgers to the filed charter, by each department, school and enterprise
 * in turn. Takes the pictures of the README on the way.
 */
class AllianceFoundingIT extends BrowserJourney {

    @Test
    void anAllianceIsFoundedFromItsLedgersToItsFiledCharter() {
        try (var stranger = stranger()) {
            stranger.opens("/login").pictures("login");
        }
        person("ln-iit.handler").opens("/services").pictures("services");
        var caseId = starts("ln-iit.handler", "alliance-founding", "start");

        walks(caseId, step -> {
            if (step == 2) {
                person("ln-hrss.handler").opens("/").pictures("workbench");
                picturesOnAPhone("ln-hrss.handler", "/", "phone-workbench");
            }
        });

        var end = api.get("/instances/" + caseId);
        assertThat(end.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(people.keySet()).hasSizeGreaterThanOrEqualTo(10);
        person("ln-iit.handler").opens("/cases/" + caseId).sees("已办结").pictures("case");
        person("ln-iit.handler").opens("/alliances").sees("辽宁省智能装备产业校企联盟").pictures("alliances");
        try (var stranger = stranger()) {
            stranger.opens("/public").sees("辽宁省智能装备产业校企联盟").pictures("public");
        }
        person("admin").opens("/monitor/" + caseId).pictures("monitor");
    }

    @Override
    void decide(String step, Map<String, Object> answers) {
        Decisions.decide(step, answers);
    }

    @Override
    Map<String, String> pictures() {
        return Map.of(
                "decideField", "decide-field",
                "selectEnterprises", "select-enterprises",
                "answerInvitation", "answer-invitation",
                "draftCharter", "draft-charter",
                "castBallot", "cast-ballot");
    }
}
