package rongtong.selection.programme;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.DecisionTables;

/**
 * What an application must have beside what its form says: the table {@code application-requirements}, asked when it is
 * handed in.
 */
@Service
public class Requirements {

    /** Key of the list of partners in every application form. */
    public static final String PARTNERS = "partners";

    private static final String TABLE = "application-requirements";

    private final Organizations organizations;
    private final DecisionTables tables;

    Requirements(Organizations organizations, DecisionTables tables) {
        this.organizations = organizations;
        this.tables = tables;
    }

    /**
     * What is missing among the partners, to be said at the field {@link #PARTNERS}: a demonstration alliance has schools,
     * enterprises and institutes (R-ZJ-27). The applicant counts as one of them.
     */
    public Optional<Message> missing(Track track, String applicant, Answers answers) {
        var kinds = new EnumMap<OrganizationKind, Integer>(OrganizationKind.class);
        kinds.merge(organizations.get(applicant).kind(), 1, Integer::sum);
        answers.rows(PARTNERS).forEach(row -> kinds.merge(kind(row), 1, Integer::sum));
        return tables.decide(
                        TABLE,
                        Map.of(
                                "form", track.form(),
                                "schools", kinds.getOrDefault(OrganizationKind.SCHOOL, 0),
                                "enterprises", kinds.getOrDefault(OrganizationKind.ENTERPRISE, 0),
                                "institutes", kinds.getOrDefault(OrganizationKind.INSTITUTE, 0)))
                .map(row -> String.valueOf(row.get("missing")))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> Message.of("selection.requirement." + missing));
    }

    /** Of the organisation where it is known here, else as the applicant says; forms that do not ask mean enterprises. */
    private OrganizationKind kind(Answers row) {
        var said = row.text("kind");
        return organizations
                .find(row.text("organization"))
                .map(Organization::kind)
                .orElse(said.isEmpty() ? OrganizationKind.ENTERPRISE : OrganizationKind.valueOf(said));
    }
}
