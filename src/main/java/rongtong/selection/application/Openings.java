package rongtong.selection.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Eligibility;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Track;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;

/** What an organisation can apply for now: tracks of the rounds whose window is open and whose conditions it meets. */
@Service
public class Openings {

    private static final char SEPARATOR = '/';

    private final Rounds rounds;
    private final Programmes programmes;
    private final Eligibility eligibility;
    private final Organizations organizations;

    Openings(Rounds rounds, Programmes programmes, Eligibility eligibility, Organizations organizations) {
        this.organizations = organizations;
        this.rounds = rounds;
        this.programmes = programmes;
        this.eligibility = eligibility;
    }

    /** A track of a round that is open. */
    public record Opening(Round round, Programme programme, Track track) {

        /** As the start form answers it: the round's id, a slash, the key of the track. */
        public String code() {
            return round.caseId().toString() + SEPARATOR + track.key();
        }

        /** Round and track, in the language of the reader. */
        public String name() {
            return round.title() + " · " + trackName();
        }

        public String trackName() {
            return isEnglish() ? track.nameEn() : track.name();
        }
    }

    /** Those for which an organisation is eligible, the one that closes first before the others. */
    public List<Opening> of(String organization) {
        var openings = new ArrayList<Opening>();
        for (var round : rounds.receiving()) {
            var programme = programmes.get(round.programme(), round.version());
            for (var track : programme.tracks()) {
                if (eligibility.check(programme, track, organization).isEmpty()) {
                    openings.add(new Opening(round, programme, track));
                }
            }
        }
        return openings;
    }

    /**
     * Why an organisation can apply for nothing: the condition that it does not meet where a round is open for its kind, else
     * that none is.
     */
    public Optional<Message> refusal(String organization) {
        if (!of(organization).isEmpty()) {
            return Optional.empty();
        }
        var kind = organizations.get(organization).kind();
        for (var round : rounds.receiving()) {
            var programme = programmes.get(round.programme(), round.version());
            for (var track : programme.tracks()) {
                if (track.applicants().contains(kind)
                        && round.province()
                                .equals(organizations.get(organization).province())) {
                    return eligibility.check(programme, track, organization);
                }
            }
        }
        return Optional.of(Message.of("selection.application.no-opening"));
    }

    /** Those of one programme for which an organisation is eligible. @param track key of the only one wanted; null for all */
    public List<Opening> of(String organization, String programme, @Nullable String track) {
        return of(organization).stream()
                .filter(opening -> opening.programme().key().equals(programme))
                .filter(opening -> track == null || opening.track().key().equals(track))
                .toList();
    }

    /**
     * Why an organisation can apply for nothing of a programme now: that no round is open, or the condition that it does not
     * meet.
     *
     * @param track key of the only one wanted; null for all
     */
    public Message refusal(String organization, String programme, @Nullable String track) {
        var named = programmes.published(programme);
        if (named.isEmpty()) {
            return Message.of("selection.application.no-such-programme");
        }
        var name = named.get().name(LocaleContextHolder.getLocale());
        var kind = organizations.get(organization).kind();
        for (var round : rounds.receiving()) {
            if (round.programme().equals(programme)) {
                var held = programmes.get(round.programme(), round.version());
                // the condition of a track for one's own kind says more than that another is for other kinds
                return held.tracks().stream()
                        .filter(one -> track == null || one.key().equals(track))
                        .sorted(Comparator.comparing(one -> !one.applicants().contains(kind)))
                        .flatMap(one -> eligibility.check(held, one, organization).stream())
                        .findFirst()
                        .map(why -> Message.of("selection.application.not-eligible", name, why))
                        .orElseGet(() -> Message.of("selection.application.no-such-opening"));
            }
        }
        return Message.of("selection.application.programme-not-open", name);
    }

    /** The track of a round that a code names, open or not; nothing where there is no such one. */
    public Optional<Opening> find(String code) {
        var separator = code.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(code.substring(0, separator));
            return rounds.find(id).flatMap(round -> find(round, code.substring(separator + 1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** @throws java.util.NoSuchElementException if the programme has no such track */
    public Opening get(PilotApplication application) {
        return find(rounds.get(application.round()), application.track()).orElseThrow();
    }

    private Optional<Opening> find(Round round, String track) {
        var programme = programmes.get(round.programme(), round.version());
        return programme.track(track).map(found -> new Opening(round, programme, found));
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
