package rongtong.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.alliance.charter.Charter;
import rongtong.alliance.charter.Charters;
import rongtong.alliance.council.Councils;
import rongtong.document.Documents;
import rongtong.robot.Api;
import rongtong.robot.Walker;
import rongtong.workflow.vote.Vote;
import rongtong.workflow.vote.Votes;

/**
 * From the proposal into the register, over REST, with the real engine, forms and database: with a candidate who does
 * not qualify at first, a charter that is not carried at first and one that is returned for correction.
 */
@RongtongTest
class FoundingJourneyTest {

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    Foundings foundings;

    @Autowired
    Councils councils;

    @Autowired
    Charters charters;

    @Autowired
    Votes votes;

    @Autowired
    Documents documents;

    UUID caseId = new UUID(0, 0);

    /** How often a step was decided: the first time differs. */
    final Map<String, Integer> times = new LinkedHashMap<>();

    @Test
    void anAllianceIsFoundedAndPublic() {
        var api = new Api(port, "admin", password);
        var walker = new Walker(api, 11).deciding(this::decide);
        var id = walker.start("ln-iit.handler", "alliance-founding");
        caseId = UUID.fromString(id);

        var ended = walker.walk(id);

        assertThat(ended.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(foundings.get(caseId).status()).isEqualTo(FoundingStatus.FOUNDED);
        assertThat(walker.walked())
                .contains("proposeExperts", "writeRules", "fileCharter")
                .filteredOn("nominateLeadUnit"::equals)
                .hasSizeGreaterThan(1);
        assertThat(charters.versions(caseId))
                .extracting(Charter::status)
                .containsExactly(Charter.Status.REJECTED, Charter.Status.RETURNED, Charter.Status.FILED);
        assertThat(votes.of(caseId)).noneMatch(Vote::isOpen).hasSize(4);
        assertThat(councils.experts(caseId)).isNotEmpty().allMatch(expert -> expert.resolution() != null);
        for (var kind : new String[] {"council-minutes", "ballot-record", "charter"}) {
            assertThat(documents.newest(caseId, kind)).as(kind).isPresent();
        }
        var title = foundings.get(caseId).title();
        assertThat(api.get("/alliances?size=200").get("items").valueStream())
                .anyMatch(alliance -> alliance.get("name").asString().equals(title));
    }

    private void decide(String step, Map<String, Object> values) {
        switch (step) {
            case "start" -> values.put("type", "SINGLE");
            case "decideField" -> {
                values.put("decision", "SINGLE");
                values.putIfAbsent("field", "equipment");
            }
            case "confirmDecision" -> values.put("confirmation", "CONFIRM");
            case "answerInvitation" -> {
                values.put("answer", "CONSENT");
                values.putIfAbsent("contact", "王工");
                values.putIfAbsent("phone", "024-12345678");
            }
            case "confirmMembers" -> values.put("memberDecision", "PROCEED");
            case "assessLeadUnit" -> judge(values);
            case "decideLeadUnit" -> {
                if (foundFirst(step)) {
                    values.put("leadDecision", "RENOMINATE");
                } else {
                    values.put("leadDecision", "APPOINT");
                }
            }
            case "acceptLeadUnit" -> values.put("leadAnswer", "ACCEPT");
            case "conveneFoundingMeeting" -> values.put("expertCommittees", "YES");
            case "castBallot" -> values.put("ballot", charterComesFirst() ? "AGAINST" : "FOR");
            case "fileCharter" -> {
                values.put("filingDecision", foundFirst(step) ? "RETURN" : "ACCEPT_FILING");
                values.putIfAbsent("filingReturnReason", "名称与名录不一致");
            }
            default -> {
                if (step.startsWith("confirm")) {
                    values.replaceAll((key, value) -> "RETURN".equals(value) ? "AGREE" : value);
                }
            }
        }
        values.put("deviationReason", "建设需要");
    }

    private static void judge(Map<String, Object> values) {
        for (var criterion : new String[] {"industryLeader", "overallStrength", "topLevel", "ableToLead"}) {
            values.put(criterion, "MET");
        }
    }

    /** Whether the step is decided for the first time in this case. */
    private boolean foundFirst(String step) {
        return times.merge(step, 1, Integer::sum) == 1;
    }

    /** Whether the first vote on the charter is open: the only one that fails. */
    private boolean charterComesFirst() {
        return votes.of(caseId).stream()
                .anyMatch(vote -> vote.isOpen() && vote.subject().equals("charter") && vote.number() == 1);
    }
}
