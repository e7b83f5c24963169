package rongtong.selection.process;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Track;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.countersign.Countersigns;

/** What forms and documents say of a round. */
@Component
class RoundWords {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** As forms take it and give it back. */
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Locale.ROOT);

    private final Rounds rounds;
    private final Programmes programmes;
    private final Organizations organizations;
    private final Countersigns countersigns;
    private final Texts texts;

    RoundWords(
            Rounds rounds, Programmes programmes, Organizations organizations, Countersigns countersigns, Texts texts) {
        this.rounds = rounds;
        this.programmes = programmes;
        this.organizations = organizations;
        this.countersigns = countersigns;
        this.texts = texts;
    }

    Programme programme(Round round) {
        return programmes.get(round.programme(), round.version());
    }

    /** Values for the fields that show the call and its window. */
    Map<String, Object> call(UUID caseId) {
        var round = rounds.get(caseId);
        var programme = programme(round);
        return Map.of(
                "roundTitle", round.title(),
                "programmeName", isEnglish() ? programme.nameEn() : programme.name(),
                "windowOpens", round.opensAt().atZone(CHINA).format(FIELD),
                "windowCloses", round.closesAt().atZone(CHINA).format(FIELD),
                "windowText", window(round),
                "callNote", rounds.note(caseId),
                "trackRows", trackRows(programme));
    }

    /** What the departments said in the latest countersign on the subject. */
    List<Map<String, Object>> opinions(UUID caseId, String subject) {
        return countersigns.opinions(caseId, subject).stream()
                .<Map<String, Object>>map(opinion -> Map.of(
                        "unit", organizations.name(opinion.unit()),
                        "stance",
                                opinion.stance() == null
                                        ? ""
                                        : texts.of("workflow.stance."
                                                + opinion.stance().name()),
                        "comment", opinion.comment()))
                .toList();
    }

    /** Codes of the other leads and of the participants, each once, in the order of the programme. */
    List<String> others(Round round) {
        var programme = programme(round);
        var functions = new ArrayList<>(programme.leads());
        functions.addAll(programme.participants());
        var units = new LinkedHashSet<String>();
        functions.forEach(function ->
                organizations.findResponsible(round.province(), function).ifPresent(units::add));
        units.remove(round.organ());
        return List.copyOf(units);
    }

    /** Codes of all leads, the convener first. */
    List<String> leads(Round round) {
        var units = new LinkedHashSet<String>();
        units.add(round.organ());
        programme(round)
                .leads()
                .forEach(function -> organizations
                        .findResponsible(round.province(), function)
                        .ifPresent(units::add));
        return List.copyOf(units);
    }

    private List<Map<String, Object>> trackRows(Programme programme) {
        return programme.tracks().stream()
                .<Map<String, Object>>map(track -> Map.of(
                        "track", name(track),
                        "quota", quota(track.quota()),
                        "panel", track.panelSize()))
                .toList();
    }

    /** A row for each track: how many write, are under way, have entered, and have fallen away. */
    List<Map<String, Object>> counts(Round round, Map<String, Map<ApplicationStatus, Integer>> counts) {
        return programme(round).tracks().stream()
                .<Map<String, Object>>map(track -> {
                    var ofTrack = counts.getOrDefault(track.key(), Map.of());
                    int all = ofTrack.values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    int writing = ofTrack.getOrDefault(ApplicationStatus.WRITING, 0);
                    int submitted = ofTrack.getOrDefault(ApplicationStatus.SUBMITTED, 0);
                    int entered = ofTrack.getOrDefault(ApplicationStatus.ENTERED, 0);
                    return Map.of(
                            "track", name(track),
                            "writing", writing,
                            "underWay", submitted,
                            "entered", entered,
                            "fallen", all - writing - submitted - entered);
                })
                .toList();
    }

    /** The tracks with their quotas, in one line. */
    String tracks(Programme programme) {
        return programme.tracks().stream()
                .map(track -> texts.of("selection.round.track", name(track), quota(track.quota())))
                .collect(Collectors.joining(texts.of("selection.round.comma")));
    }

    String name(Track track) {
        return isEnglish() ? track.nameEn() : track.name();
    }

    /** Name of a track of the round. */
    String trackName(Round round, String key) {
        return programme(round).track(key).map(this::name).orElse(key);
    }

    String quota(Quota quota) {
        return texts.of("selection.round.quota." + quota.kind(), quota.places());
    }

    /** From when to when, in the language of the reader. */
    String window(Round round) {
        return texts.of("selection.round.window", minute(round.opensAt()), minute(round.closesAt()));
    }

    static String minute(Instant at) {
        return at.atZone(CHINA)
                .format(isEnglish() ? DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT) : MINUTE);
    }

    /** For the record: in Chinese, whatever language the person at work reads. */
    String inChinese(Message message) {
        return texts.in(Locale.SIMPLIFIED_CHINESE, message);
    }

    /** Does work in which names, too, are Chinese. */
    static <T> T inChinese(Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        try {
            LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
            return Objects.requireNonNull(work.get());
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    static Instant instant(String field) {
        return java.time.LocalDateTime.parse(field.substring(0, 16))
                .atZone(CHINA)
                .toInstant();
    }

    static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
