package rongtong.alliance.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** Who must be there before a council is formed, and what is asked of expert committees. */
class CouncilTest {

    final List<Seat> seats = new ArrayList<>(List.of(
            new Seat("school-1", Seat.Kind.MEMBER, "李一", "校长", "024-1", true),
            new Seat("ent-1", Seat.Kind.MEMBER, "王二", "董事长", "024-2", true),
            new Seat("LN-EDU", Seat.Kind.GOVERNMENT, "赵三", "处长", "024-3", false)));
    final List<LiaisonOffice> offices = new ArrayList<>(List.of(
            new LiaisonOffice("school-1", "校企合作处", "孙四", "024-4"),
            new LiaisonOffice("ent-1", "人力资源部", "周五", "024-5"),
            new LiaisonOffice("school-9", "科技处", "吴六", "010-6")));
    final List<InternalUnit> units = new ArrayList<>(List.of(new InternalUnit("LN-EDU", "高等教育处")));

    @Test
    void isCompleteWithAllPeopleAndOffices() {
        assertThat(gaps()).isEmpty();
    }

    @Test
    @DisplayName("R-LNA-22 each full member sends its principal")
    void needsThePrincipalOfEachFullMember() {
        seats.removeFirst();

        assertThat(gaps()).containsExactly(Message.of("alliance.seat-missing", "school-1"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> council().requireComplete(UnaryOperator.identity()));
    }

    @Test
    @DisplayName("R-LNA-22 somebody else than the principal holds no seat of a member")
    void somebodyElseIsNoPrincipal() {
        seats.set(0, new Seat("school-1", Seat.Kind.MEMBER, "李一", "副处长", "024-1", false));

        assertThat(gaps()).containsExactly(Message.of("alliance.seat-missing", "school-1"));
    }

    @Test
    @DisplayName("R-LNA-22 at least one government person")
    void needsAGovernmentPerson() {
        seats.removeLast();

        assertThat(gaps()).containsExactly(Message.of("alliance.no-government-person"));
    }

    @Test
    @DisplayName("R-LNA-29 each member, flexible ones too, has a liaison office")
    void needsTheLiaisonOfficeOfEachMember() {
        offices.removeLast();

        assertThat(gaps()).containsExactly(Message.of("alliance.liaison-missing", "school-9"));
    }

    @Test
    @DisplayName("R-LNA-30 each department designates an internal unit")
    void needsTheInternalUnitOfEachDepartment() {
        units.clear();

        assertThat(gaps()).containsExactly(Message.of("alliance.internal-unit-missing", "LN-EDU"));
    }

    @Test
    @DisplayName("R-LNA-33 committees are optional; a small or even one needs a reason and is not refused")
    void smallOrEvenCommitteesAreUnusual() {
        assertThat(CommitteeRules.unusual(List.of(), 5)).isEmpty();
        assertThat(CommitteeRules.unusual(experts(5), 5)).isEmpty();
        assertThat(CommitteeRules.unusual(experts(7), 5)).isEmpty();
        assertThat(CommitteeRules.unusual(experts(3), 5)).hasSize(1);
        assertThat(CommitteeRules.unusual(experts(6), 5)).hasSize(1);
    }

    @Test
    void anExpertSitsOnceInACommittee() {
        var twice = new ArrayList<>(experts(2));
        twice.add(twice.getFirst());

        assertThat(CommitteeRules.repeated(experts(3))).isEmpty();
        assertThat(CommitteeRules.repeated(twice)).contains(2);
    }

    private static List<Expert> experts(int number) {
        var experts = new ArrayList<Expert>();
        for (int i = 0; i < number; i++) {
            experts.add(new Expert(
                    Expert.Committee.INNOVATION,
                    "专家" + i,
                    "沈阳工业大学",
                    "教授",
                    Expert.Domain.SCI_TECH,
                    "省科技进步一等奖",
                    null,
                    null));
        }
        return experts;
    }

    private List<Message> gaps() {
        return council().gaps(UnaryOperator.identity());
    }

    private Council council() {
        return new Council(
                List.of("school-1", "ent-1"),
                List.of("school-1", "ent-1", "school-9"),
                List.of("LN-EDU"),
                seats,
                offices,
                units);
    }
}
