package rongtong.alliance.council;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * The composition of a council.
 *
 * @param fullMembers codes of the members that have a seat
 * @param members codes of all members, flexible ones included
 * @param departments codes of the departments that take part
 */
public record Council(
        List<String> fullMembers,
        List<String> members,
        List<String> departments,
        List<Seat> seats,
        List<LiaisonOffice> liaisonOffices,
        List<InternalUnit> internalUnits) {

    /**
     * Who is missing: the principal of each full member and at least one person of government (R-LNA-22), the liaison
     * office of each member (R-LNA-29), the internal unit of each department (R-LNA-30).
     *
     * @param name of an organisation by its code
     */
    public List<Message> gaps(Function<String, String> name) {
        var gaps = new ArrayList<Message>();
        var byUnit = seats.stream().collect(Collectors.toMap(Seat::unit, Function.identity()));
        for (var member : fullMembers) {
            if (!isPrincipal(byUnit, member)) {
                gaps.add(Message.of("alliance.seat-missing", name.apply(member)));
            }
        }
        if (seats.stream().noneMatch(seat -> seat.kind() == Seat.Kind.GOVERNMENT)) {
            gaps.add(Message.of("alliance.no-government-person"));
        }
        missing(members, liaisonOffices.stream().map(LiaisonOffice::member).toList())
                .forEach(member -> gaps.add(Message.of("alliance.liaison-missing", name.apply(member))));
        missing(
                        departments,
                        internalUnits.stream().map(InternalUnit::department).toList())
                .forEach(department -> gaps.add(Message.of("alliance.internal-unit-missing", name.apply(department))));
        return gaps;
    }

    /** @throws RuleViolation naming the first that is missing */
    public void requireComplete(Function<String, String> name) {
        var gaps = gaps(name);
        if (!gaps.isEmpty()) {
            throw new RuleViolation(gaps.getFirst());
        }
    }

    private static boolean isPrincipal(Map<String, Seat> byUnit, String member) {
        var seat = byUnit.get(member);
        return seat != null && seat.kind() == Seat.Kind.MEMBER && seat.principal();
    }

    private static List<String> missing(List<String> all, Collection<String> there) {
        return all.stream().filter(each -> !there.contains(each)).toList();
    }
}
