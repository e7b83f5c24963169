package rongtong.selection.round;

import java.util.List;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirements;

/** Programmes by the department that convenes them (牵头汇总): only it may carry out a round. */
@Component
public class ConvenedProgrammes {

    private final Programmes programmes;
    private final Retirements retirements;
    private final Organizations organizations;

    ConvenedProgrammes(Programmes programmes, Retirements retirements, Organizations organizations) {
        this.programmes = programmes;
        this.retirements = retirements;
        this.organizations = organizations;
    }

    /** The published programmes that an organisation convenes, by province and key. */
    public List<Programme> of(String organization) {
        return programmes.published().stream()
                .filter(programme -> organizations
                        .findResponsible(programme.province(), programme.convener())
                        .filter(organization::equals)
                        .isPresent())
                .toList();
    }

    /** Those of them with which a round can begin: none that is out of use. */
    public List<Programme> inUse(String organization) {
        var retired = retirements.all();
        return of(organization).stream()
                .filter(programme -> !retired.containsKey(programme.key()))
                .toList();
    }
}
