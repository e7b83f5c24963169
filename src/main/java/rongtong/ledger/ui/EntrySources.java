package rongtong.ledger.ui;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import rongtong.ledger.Fields;
import rongtong.ledger.Ledgers;
import rongtong.organization.Majors;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.shared.Texts;

/** What the dialog of an entry offers to choose from. */
@Component
record EntrySources(Ledgers ledgers, Fields fields, Organizations organizations, Majors majors, Texts texts) {

    Optional<OrganizationRow> organization(String code) {
        var filter = new OrganizationFilter(Set.of(), null, null, null, code);
        return organizations.find(filter, 0, 5).items().stream()
                .filter(found -> found.code().equals(code))
                .findFirst();
    }
}
