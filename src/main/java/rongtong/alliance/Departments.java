package rongtong.alliance;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;

/**
 * The departments (政府相关部门) that take part in a founding: the one that put forward the demand, and those responsible
 * for schools and for institutes (LN-ALLIANCE 二(一)2, 二(二)1).
 */
@Component
public class Departments {

    private final Foundings foundings;
    private final Organizations organizations;

    Departments(Foundings foundings, Organizations organizations) {
        this.foundings = foundings;
        this.organizations = organizations;
    }

    /** Codes, each once. */
    public List<String> of(String jurisdiction, String demandDepartment) {
        return Stream.of(
                        demandDepartment,
                        organizations.responsible(jurisdiction, "education"),
                        organizations.responsible(jurisdiction, "science"))
                .distinct()
                .toList();
    }

    /** Codes, each once. */
    public List<String> of(UUID caseId) {
        var founding = foundings.get(caseId);
        return of(jurisdiction(founding), founding.demandDepartment());
    }

    /** The province, such as {@code LN}, in which the alliance is built. */
    public String jurisdiction(Founding founding) {
        return organizations.get(founding.demandDepartment()).province();
    }
}
