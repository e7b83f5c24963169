package rongtong.selection.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring.Tie;
import rongtong.selection.programme.Track;
import rongtong.shared.Listed;
import rongtong.shared.Texts;

/** Says a programme in words, and what is different between two versions. */
@Component
class ProgrammeWords {

    private static final String SEPARATOR = " › ";

    private final Organizations organizations;
    private final Texts texts;

    ProgrammeWords(Organizations organizations, Texts texts) {
        this.organizations = organizations;
        this.texts = texts;
    }

    /** One fact of a programme that another version says otherwise; empty where it has none. */
    record Difference(String place, String before, String after) {}

    String province(String code) {
        return texts.of("selection.province." + code);
    }

    String quota(@Nullable Quota quota) {
        return quota == null || quota.kind() == null ? "" : texts.of("selection.quota." + quota.kind(), quota.places());
    }

    String applicants(Track track) {
        return Listed.of(track.applicants().stream()
                .sorted()
                .map(kind -> texts.of("selection.kind." + kind))
                .toList());
    }

    /** Who recommends, from below; says so where nobody does. */
    String route(Track track) {
        return track.route().isEmpty()
                ? texts.of("selection.route.none")
                : track.route().stream()
                                .map(step -> texts.of("selection.route." + step))
                                .collect(Collectors.joining(" → "))
                        + " → "
                        + texts.of("selection.route.PROVINCE");
    }

    /** Departments that have the functions in the programme's province; the function itself where nobody has it. */
    String departments(Programme programme, List<String> functions) {
        return Listed.of(functions.stream()
                .map(function -> organizations
                        .findResponsible(programme.province(), function)
                        .map(organizations::name)
                        .orElse(function))
                .toList());
    }

    String tie(Programme programme, Tie tie) {
        return tie.criterion() == null
                ? texts.of("selection.tie." + tie.kind())
                : texts.of("selection.tie.CRITERION", criterion(programme, tie.criterion()));
    }

    private static String criterion(Programme programme, String key) {
        return programme.tracks().stream()
                .flatMap(track -> track.criteria().stream())
                .filter(criterion -> criterion.key().equals(key))
                .findFirst()
                .map(criterion -> criterion.name(locale()))
                .orElse(key);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** What the later version says otherwise, in the order of the page; tracks and criteria are the same by their key. */
    List<Difference> differences(Programme before, Programme after) {
        var former = facts(before);
        var now = facts(after);
        var paths = new LinkedHashMap<String, String>();
        now.forEach((path, fact) -> paths.put(path, fact.place()));
        former.forEach((path, fact) -> paths.putIfAbsent(path, fact.place()));
        var differences = new ArrayList<Difference>();
        paths.forEach((path, place) -> {
            var was = former.containsKey(path) ? former.get(path).words() : "";
            var is = now.containsKey(path) ? now.get(path).words() : "";
            if (!Objects.equals(was, is)) {
                differences.add(new Difference(place, was, is));
            }
        });
        return differences;
    }

    private record Fact(String place, String words) {}

    private LinkedHashMap<String, Fact> facts(Programme programme) {
        var facts = new LinkedHashMap<String, Fact>();
        put(facts, "", "name", "", programme.name(locale()));
        put(facts, "", "summary", "", programme.summary(locale()));
        put(facts, "", "clauses", "", Listed.of(programme.clauses()));
        put(facts, "", "leads", "", departments(programme, programme.leads()));
        put(facts, "", "participants", "", departments(programme, programme.participants()));
        put(facts, "", "register", "", texts.of("selection.register-kind." + programme.register()));
        put(facts, "", "partners", "", quota(programme.partners()));
        put(facts, "", "noticeDays", "", String.valueOf(programme.noticeDays()));
        put(facts, "", "validityYears", "", String.valueOf(programme.validityYears()));
        put(
                facts,
                "",
                "rule",
                "",
                texts.of("selection.scoring." + programme.scoring().rule()));
        put(
                facts,
                "",
                "ties",
                "",
                programme.scoring().ties().stream()
                        .map(tie -> tie(programme, tie))
                        .collect(Collectors.joining(" → ")));
        put(facts, "", "spreadAlarm", "", String.valueOf(programme.scoring().spreadAlarm()));
        for (var track : programme.tracks()) {
            var place = track.name(locale()) + SEPARATOR;
            put(facts, track.key(), "applicants", place, applicants(track));
            put(facts, track.key(), "quota", place, quota(track.quota()));
            put(facts, track.key(), "eligibility", place, texts.of("selection.table." + track.eligibility()));
            put(facts, track.key(), "form", place, texts.of("selection.form." + track.form()));
            put(facts, track.key(), "route", place, route(track));
            put(facts, track.key(), "panelSize", place, String.valueOf(track.panelSize()));
            for (var criterion : track.criteria()) {
                var path = track.key() + "/" + criterion.key();
                var at = place + criterion.name(locale()) + SEPARATOR;
                put(facts, path, "weight", at, criterion.weight() + "%");
                put(facts, path, "max", at, String.valueOf(criterion.max()));
                put(facts, path, "guidance", at, criterion.guidance(locale()));
            }
        }
        put(
                facts,
                "",
                "defaults",
                "",
                programme.defaults().stream().map(note -> note.in(locale())).collect(Collectors.joining("\n")));
        return facts;
    }

    private void put(LinkedHashMap<String, Fact> facts, String path, String field, String place, String words) {
        facts.put(path + "#" + field, new Fact(place + texts.of("selection.programme.field." + field), words));
    }
}
