package rongtong.selection.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import rongtong.organization.Organization;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.workflow.DecisionTables;

/**
 * Who may apply. The conditions are the tables of {@code bpmn/selection/eligibility.dmn}, one for each kind of track;
 * their {@code reason} is the end of a key of the message bundle.
 */
@Service
public class Eligibility {

    /** What the ids of the tables begin with. */
    static final String TABLES = "eligibility-";

    private static final String REASON = "selection.eligibility.";

    private final Organizations organizations;
    private final DecisionTables tables;

    Eligibility(Organizations organizations, DecisionTables tables) {
        this.organizations = organizations;
        this.tables = tables;
    }

    /**
     * Why an organisation may not apply to a track, in words that name the condition; nothing if it may. Says nothing of
     * the round, of credit, or of an application that is there already.
     */
    public Optional<Message> check(Programme programme, Track track, String organization) {
        var applicant = organizations.get(organization);
        var name = organizations.name(organization);
        if (!track.applicants().contains(applicant.kind())) {
            return Optional.of(Message.of(REASON + "kind", name));
        }
        var row = tables.decide(track.eligibility(), inputs(programme, applicant));
        if (row.isPresent() && Boolean.TRUE.equals(row.get().get("eligible"))) {
            return Optional.empty();
        }
        var reason = row.map(outputs -> String.valueOf(outputs.get("reason"))).orElse("none");
        return Optional.of(Message.of(REASON + reason, name));
    }

    /** Ids of the tables that a track may name, in order. */
    public List<String> tables() {
        return tables.beginning(TABLES);
    }

    private Map<String, Object> inputs(Programme programme, Organization applicant) {
        var inputs = new LinkedHashMap<String, Object>();
        inputs.put("programmeProvince", programme.province());
        inputs.put("province", applicant.province());
        inputs.put("kind", applicant.kind().name());
        inputs.put("level", applicant.level().name());
        inputs.put("schoolType", orEmpty(applicant.schoolType()));
        inputs.put("ownership", orEmpty(applicant.ownership()));
        inputs.put("functions", List.copyOf(organizations.functionsOf(applicant.code())));
        return inputs;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
