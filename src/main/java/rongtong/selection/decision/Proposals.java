package rongtong.selection.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.policy.Settings;
import rongtong.selection.application.Outcome;
import rongtong.selection.programme.Programmes;
import rongtong.selection.ranking.Position;
import rongtong.selection.ranking.QuotaCheck;
import rongtong.selection.ranking.RankingAccess;
import rongtong.selection.ranking.RankingRow;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/**
 * The list that the convening department proposes (建议名单): written application by application while the round is ranked,
 * and fixed once it goes to the joint meeting.
 */
@Service
@Transactional
public class Proposals {

    /** As the table bears. */
    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final Programmes programmes;
    private final Rankings rankings;
    private final RankingAccess access;
    private final Settings settings;
    private final CurrentUser user;
    private final Clock clock;

    Proposals(
            JdbcClient jdbc,
            Rounds rounds,
            Programmes programmes,
            Rankings rankings,
            RankingAccess access,
            Settings settings,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.programmes = programmes;
        this.rankings = rankings;
        this.access = access;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    /** Whether the person at work may change the proposals of the round now. */
    @Transactional(readOnly = true)
    public boolean mayPropose(Round round) {
        return round.status() == RoundStatus.RANKED && access.convenes(round);
    }

    /**
     * Proposes something for applications of a round; a former proposal is replaced.
     *
     * @throws NotFound if the person may not see the round, or an application is not ranked in it
     * @throws RuleViolation if the person does not work for the convening department, the list has gone to the joint
     *     meeting, or a reason is too long
     */
    public void propose(UUID roundId, List<Proposal> proposals) {
        requireProposing(roundId);
        store(roundId, proposals);
    }

    private void requireProposing(UUID roundId) {
        var round = access.requireVisible(roundId);
        if (!access.convenes(round)) {
            throw new RuleViolation(Message.of("selection.ranking.not-convener"));
        }
        if (round.status() != RoundStatus.RANKED) {
            throw new RuleViolation(Message.of("selection.ranking.not-open"));
        }
    }

    private void store(UUID round, List<Proposal> proposals) {
        if (proposals.stream().anyMatch(proposal -> proposal.reason().length() > LONGEST_REASON)) {
            throw new RuleViolation(Message.of("selection.ranking.reason-too-long", LONGEST_REASON));
        }
        int stored = jdbc.sql("""
                        insert into selection.proposal (application, outcome, reason, actor, at)
                        select given.application, given.outcome, given.reason, :actor, :now
                        from unnest(:applications::uuid[], :outcomes::text[], :reasons::text[])
                            as given (application, outcome, reason)
                        join selection.ranking_row r on r.application = given.application and r.round = :round
                        on conflict (application) do update
                            set outcome = excluded.outcome, reason = excluded.reason, actor = excluded.actor, at = excluded.at
                        """)
                .param("actor", user.username())
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "applications",
                        proposals.stream().map(Proposal::application).toArray(UUID[]::new))
                .param(
                        "outcomes",
                        proposals.stream().map(each -> each.outcome().name()).toArray(String[]::new))
                .param(
                        "reasons",
                        proposals.stream().map(each -> each.reason().strip()).toArray(String[]::new))
                .param("round", round)
                .update();
        if (stored < proposals.size()) {
            throw new NotFound("application", round);
        }
    }

    /**
     * Proposes by rank and quota for what has no proposal yet: within the line selected, beyond it not. What is tied
     * across the line, and tracks with an open quota, are left to people.
     *
     * @return how many were filled in
     */
    public int fillByRank(UUID roundId, String track) {
        requireProposing(roundId);
        var proposals = rankings.of(roundId, track).stream()
                .filter(row -> row.outcome() == null)
                .filter(row -> row.position() == Position.WITHIN || row.position() == Position.BEYOND)
                .map(row -> new Proposal(
                        row.application(),
                        row.position() == Position.WITHIN ? Outcome.SELECTED : Outcome.NOT_SELECTED,
                        ""))
                .toList();
        if (!proposals.isEmpty()) {
            store(roundId, proposals);
        }
        return proposals.size();
    }

    /** How the proposals stand, track by track in the order of the programme; for the page and for the process. */
    @Transactional(readOnly = true)
    public List<ProposedTrack> standing(UUID roundId) {
        var round = rounds.get(roundId);
        var tracks = new ArrayList<ProposedTrack>();
        for (var track : programmes.get(round.programme(), round.version()).tracks()) {
            tracks.add(standing(
                    track.key(),
                    rankings.of(roundId, track.key()),
                    selected -> QuotaCheck.of(track.quota(), selected, settings.number("pilot.about-percent"))));
        }
        return tracks;
    }

    private static ProposedTrack standing(String track, List<RankingRow> rows, IntFunction<QuotaCheck> quota) {
        var outcomes = new HashMap<UUID, Outcome>();
        rows.forEach(row -> {
            if (row.outcome() != null) {
                outcomes.put(row.application(), row.outcome());
            }
        });
        var departures = Departures.of(rows, outcomes);
        var counts = outcomes.values().stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        int selected = Math.toIntExact(counts.getOrDefault(Outcome.SELECTED, 0L));
        return new ProposedTrack(
                track,
                quota.apply(selected),
                selected,
                Math.toIntExact(counts.getOrDefault(Outcome.RESERVE, 0L)),
                rows.size() - outcomes.size(),
                departures,
                rows.stream()
                        .filter(row -> departures.contains(row.application())
                                && row.reason().isBlank())
                        .map(RankingRow::application)
                        .toList());
    }

    /** Partner enterprises of all applications that are proposed, against the number of the programme. */
    @Transactional(readOnly = true)
    public Optional<QuotaCheck> partners(UUID roundId) {
        var round = rounds.get(roundId);
        var partners = programmes.get(round.programme(), round.version()).partners();
        if (partners == null) {
            return Optional.empty();
        }
        int number = jdbc.sql("""
                        select count(distinct coalesce(p.organization, p.name))
                        from selection.partner p
                        join selection.proposal o on o.application = p.application and o.outcome = 'SELECTED'
                        join selection.application a on a.case_id = p.application
                        where a.round = ? and p.kind = 'ENTERPRISE'
                        """).param(roundId).query(Integer.class).single();
        return Optional.of(QuotaCheck.of(partners, number, settings.number("pilot.about-percent")));
    }
}
