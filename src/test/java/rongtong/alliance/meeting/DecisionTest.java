package rongtong.alliance.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rongtong.alliance.AllianceType;
import rongtong.alliance.Founding;
import rongtong.alliance.FoundingStatus;
import rongtong.organization.Sector;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.workflow.Findings;

class DecisionTest {

    static final String TITLE = "辽宁省装备制造校企联盟";

    final Findings findings = new Findings();

    @Test
    @DisplayName("R-LNA-11 an alliance of a single field has exactly one field")
    void aSingleFieldAllianceHasOneField() {
        decide(FieldDecision.SINGLE, List.of("equipment")).check(proposed(null), INDUSTRY, true, findings);
        assertThat(findings.errors()).isEmpty();

        decide(FieldDecision.SINGLE, List.of("equipment", "robotics")).check(proposed(null), INDUSTRY, true, findings);
        assertThat(findings.errors()).containsExactly(new FieldError("field", Message.of("alliance.decide.one-field")));
    }

    @Test
    @DisplayName("R-LNA-11 an alliance of integrated fields has at least two fields, the same one twice is one")
    void anIntegratedAllianceHasTwoFields() {
        decide(FieldDecision.INTEGRATED, List.of("equipment", "robotics"))
                .check(proposed(null), INDUSTRY, true, findings);
        assertThat(findings.errors()).isEmpty();

        decide(FieldDecision.INTEGRATED, List.of("equipment", "equipment"))
                .check(proposed(null), INDUSTRY, true, findings);
        assertThat(findings.errors())
                .containsExactly(new FieldError("fields", Message.of("alliance.decide.two-fields")));
    }

    @Test
    @DisplayName("R-LNA-12 a comprehensive alliance needs the proposal of a park's government")
    void aComprehensiveAllianceNeedsAParksProposal() {
        decide(FieldDecision.COMPREHENSIVE, List.of("equipment")).check(proposed(null), INDUSTRY, true, findings);

        assertThat(findings.errors())
                .containsExactly(new FieldError("decision", Message.of("alliance.decide.no-park", TITLE)));
    }

    @Test
    @DisplayName("R-LNA-12 a comprehensive alliance needs the park's demand put forward first")
    void aComprehensiveAllianceNeedsTheParksDemand() {
        var decision = decide(FieldDecision.COMPREHENSIVE, List.of("equipment"));
        decision.check(proposed("LN-PARK-JINPU"), INDUSTRY, true, findings);
        assertThat(findings.errors()).isEmpty();

        decision.check(proposed("LN-PARK-JINPU"), INDUSTRY, false, findings);
        assertThat(findings.errors())
                .containsExactly(new FieldError("decision", Message.of("alliance.decide.no-demand", TITLE)));
    }

    @Test
    @DisplayName(
            "R-LNA-13 a composite alliance spans two regions or two industries, else a reason is asked, never more")
    void aCompositeAllianceThatSpansNothingNeedsAReason() {
        composite(List.of("equipment"), List.of("210100", "210200")).check(proposed(null), INDUSTRY, true, findings);
        composite(List.of("equipment", "logistics"), List.of())
                .check(proposed(null), Set.of(Sector.INDUSTRY, Sector.SERVICES), true, findings);
        assertThat(findings.warnings()).isEmpty();

        composite(List.of("equipment"), List.of("210100")).check(proposed(null), INDUSTRY, true, findings);
        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).containsExactly(Message.of("alliance.decide.not-composite"));
    }

    @Test
    void decidingNotToBuildNeedsNoFields() {
        decide(FieldDecision.NOT_NOW, List.of()).check(proposed(null), Set.of(), false, findings);
        decide(FieldDecision.SUPPLEMENT, List.of()).check(proposed(null), Set.of(), false, findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void theGatewaysReadWhetherToBuildToWaitOrToSupplement() {
        assertThat(FieldDecision.SINGLE.outcome()).isEqualTo("BUILD");
        assertThat(FieldDecision.INTEGRATED.outcome()).isEqualTo("BUILD");
        assertThat(FieldDecision.COMPREHENSIVE.outcome()).isEqualTo("BUILD");
        assertThat(FieldDecision.COMPOSITE.outcome()).isEqualTo("BUILD");
        assertThat(FieldDecision.NOT_NOW.outcome()).isEqualTo("NOT_NOW");
        assertThat(FieldDecision.SUPPLEMENT.outcome()).isEqualTo("SUPPLEMENT");
    }

    static final Set<Sector> INDUSTRY = Set.of(Sector.INDUSTRY);

    static Decision decide(FieldDecision kind, List<String> fields) {
        return new Decision(kind, fields, List.of(), "供需两旺");
    }

    static Decision composite(List<String> fields, List<String> regions) {
        return new Decision(FieldDecision.COMPOSITE, fields, regions, "供需两旺");
    }

    static Founding proposed(String park) {
        return new Founding(
                UUID.fromString("5f0c2d6e-0000-0000-0000-000000000001"),
                TITLE,
                Sector.INDUSTRY,
                List.of("equipment"),
                List.of(),
                park,
                "LN-IIT",
                "LN-IIT",
                "以沈阳、大连为核心布局",
                "产业链向高端延伸",
                park == null ? AllianceType.SINGLE : AllianceType.COMPREHENSIVE,
                FoundingStatus.PROPOSED,
                null);
    }
}
