package rongtong.selection.round;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programmes;
import rongtong.shared.NotFound;

/** Rounds as the person at work may see them. */
@Service
@Transactional(readOnly = true)
public class RoundViews {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Rounds rounds;
    private final RoundCounts counts;
    private final RoundAccess access;
    private final Programmes programmes;
    private final Organizations organizations;
    private final Clock clock;

    RoundViews(
            Rounds rounds,
            RoundCounts counts,
            RoundAccess access,
            Programmes programmes,
            Organizations organizations,
            Clock clock) {
        this.rounds = rounds;
        this.counts = counts;
        this.access = access;
        this.programmes = programmes;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Rounds of a programme, the newest first. @throws NotFound if there is no such programme */
    public List<RoundView> of(String programme) {
        if (programmes.published(programme).isEmpty()) {
            throw new NotFound("programme", programme);
        }
        return rounds.of(programme).stream()
                .filter(access::visible)
                .map(this::view)
                .toList();
    }

    /** @throws NotFound if there is no such round of the programme, or the person may not know of it */
    public RoundView get(String programme, UUID id) {
        var round = rounds.get(id);
        if (!round.programme().equals(programme)) {
            throw new NotFound("round", id);
        }
        access.requireVisible(round);
        return view(round);
    }

    private RoundView view(Round round) {
        return new RoundView(
                round.caseId(),
                round.caseId().toString(),
                round.title(),
                round.programme(),
                round.version(),
                round.title(),
                round.province(),
                round.organ(),
                organizations.name(round.organ()),
                round.status(),
                inChina(round.opensAt()),
                inChina(round.closesAt()),
                inChina(clock.instant()),
                round.status() == RoundStatus.OPEN && round.receives(clock.instant()),
                round.document(),
                rounds.note(round.caseId()),
                rounds.endedReason(round.caseId()),
                rounds.extensions(round.caseId()).stream()
                        .map(extension -> new RoundView.Extended(
                                inChina(extension.from()), inChina(extension.to()), extension.reason()))
                        .toList(),
                access.isInside(round) ? counts.of(round.caseId()) : null);
    }

    private static OffsetDateTime inChina(Instant at) {
        return at.atZone(CHINA).toOffsetDateTime();
    }
}
