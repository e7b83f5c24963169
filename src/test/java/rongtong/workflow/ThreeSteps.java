package rongtong.workflow;

import java.util.List;

/** The bean of the process {@code three-steps}, which exists for tests alone. */
@ProcessBean("threeSteps")
public class ThreeSteps {

    static final List<String> UNITS = List.of("school-4121010142", "ent-000410");

    public List<String> units(String caseId) {
        return UNITS;
    }

    public void closeWithdrawn(String caseId) {}
}
