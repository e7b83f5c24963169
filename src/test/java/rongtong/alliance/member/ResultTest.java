package rongtong.alliance.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.workflow.Findings;

class ResultTest {

    final Findings findings = new Findings();

    @Test
    void enoughMembersOfBothSidesMayStand() {
        new Result(2, 2).check(2, 2, findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void fewerThanTheSettingsAskForNeedAReason() {
        new Result(1, 1).check(2, 3, findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings())
                .containsExactly(
                        Message.of("alliance.confirm.few-enterprises", 1L, 2),
                        Message.of("alliance.confirm.few-schools", 1L, 3));
    }

    @Test
    void anAllianceWithoutASchoolOrWithoutAnEnterpriseIsNone() {
        new Result(0, 3).check(0, 0, findings);
        new Result(3, 0).check(0, 0, findings);

        assertThat(findings.errors())
                .containsExactly(
                        new FieldError("memberDecision", Message.of("alliance.confirm.no-enterprise")),
                        new FieldError("memberDecision", Message.of("alliance.confirm.no-school")));
    }
}
