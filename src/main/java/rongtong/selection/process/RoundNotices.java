package rongtong.selection.process;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.organization.Regions;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.NoticeDraft;
import rongtong.publicnotice.NoticeDraft.English;
import rongtong.publicnotice.NoticeDraft.Entry;
import rongtong.publicnotice.NoticeState;
import rongtong.publicnotice.PublicNotices;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.DecidedLine;
import rongtong.selection.decision.Decisions;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.Texts;

/** Public notices of a round: the list of those to be selected, and supplements of those who moved up. */
@Component
class RoundNotices {

    private static final String TRACK = "selection.round.track-column";
    private static final String TITLE = "selection.round.title";

    private final RoundWords words;
    private final Rounds rounds;
    private final Decisions decisions;
    private final PublicNotices notices;
    private final Organizations organizations;
    private final Regions regions;
    private final Texts texts;

    RoundNotices(
            RoundWords words,
            Rounds rounds,
            Decisions decisions,
            PublicNotices notices,
            Organizations organizations,
            Regions regions,
            Texts texts) {
        this.words = words;
        this.rounds = rounds;
        this.decisions = decisions;
        this.notices = notices;
        this.organizations = organizations;
        this.regions = regions;
        this.texts = texts;
    }

    /** What is selected and was in no notice that came to its end. */
    List<DecidedLine> entries(UUID round) {
        var shown = new HashSet<String>();
        notices.of(round).stream()
                .filter(notice -> notice.state() == NoticeState.CLOSED)
                .forEach(notice -> notice.entries().forEach(entry -> shown.add(entry.subject())));
        return decisions.standing(round).stream()
                .filter(line -> line.outcome() == Outcome.SELECTED
                        && !shown.contains(line.application().toString()))
                .toList();
    }

    /** Words the notice of these entries; one after the first names the former. @return its id */
    UUID draft(UUID caseId) {
        return RoundWords.inChinese(() -> {
            var round = rounds.get(caseId);
            var programme = words.programme(round);
            var former = notices.of(caseId).stream()
                    .filter(notice -> notice.state() != NoticeState.DRAFT)
                    .map(Notice::id)
                    .reduce((earlier, latest) -> latest)
                    .orElse(null);
            return notices.prepare(new NoticeDraft(
                    caseId,
                    round.organ(),
                    texts.of(title(former, round)),
                    english(former, round),
                    texts.of("selection.round.notice-text", round.title()),
                    programme.clauses().getFirst(),
                    programme.noticeDays(),
                    "",
                    former,
                    lines(round, entries(caseId))));
        });
    }

    private static Message title(@Nullable UUID former, Round round) {
        return Message.of(
                former == null ? "selection.round.notice-title" : "selection.round.notice-supplement", round.title());
    }

    private English english(@Nullable UUID former, Round round) {
        return new English(
                texts.in(Locale.ENGLISH, title(former, round)),
                texts.in(Locale.ENGLISH, Message.of("selection.round.notice-text", round.title())),
                Stream.of(TRACK, TITLE)
                        .collect(Collectors.toMap(texts::of, column -> texts.in(Locale.ENGLISH, Message.of(column)))));
    }

    private List<Entry> lines(Round round, List<DecidedLine> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(index -> line(round, lines.get(index), index + 1))
                .toList();
    }

    private Entry line(Round round, DecidedLine line, int place) {
        var region = line.region();
        var columns = new LinkedHashMap<String, String>();
        columns.put(texts.of(TRACK), words.trackName(round, line.track()));
        columns.put(texts.of(TITLE), line.title());
        return new Entry(
                line.application().toString(),
                place,
                organizations.name(line.applicant()),
                region == null ? "" : regions.name(region).orElse(region),
                columns);
    }
}
