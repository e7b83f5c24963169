package rongtong.selection.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.policy.Clauses;
import rongtong.policy.Rules;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation.FieldError;

/** What keeps a programme from being published, each at its place; the place is a path such as {@code tracks[0].key}. */
@Component
class ProgrammeCheck {

    /** Provinces whose documents are known here. */
    static final List<String> PROVINCES = List.of("JL", "LN", "ZJ");

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    /** Words that stand at the place of a key in addresses. */
    private static final Set<String> RESERVED = Set.of("new", "rounds", "applications", "edit");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_TRACKS = 12;
    private static final int MOST_CRITERIA = 20;
    private static final int MOST_REFERENCES = 20;
    private static final int MOST_PLACES = 100_000;
    private static final int MOST_POINTS = 1_000;
    private static final int SMALLEST_PANEL = 5;
    private static final int LARGEST_PANEL = 15;
    private static final int MOST_NOTICE_DAYS = 60;
    private static final int MOST_YEARS = 20;
    private static final int ALL = 100;

    private final Clauses clauses;
    private final Rules rules;
    private final Organizations organizations;
    private final Eligibility eligibility;
    private final ProgrammeForms forms;

    ProgrammeCheck(
            Clauses clauses, Rules rules, Organizations organizations, Eligibility eligibility, ProgrammeForms forms) {
        this.clauses = clauses;
        this.rules = rules;
        this.organizations = organizations;
        this.eligibility = eligibility;
        this.forms = forms;
    }

    /** The errors of one check, in the order of the page. */
    private static final class Found {

        private final List<FieldError> errors = new ArrayList<>();

        void unless(boolean holds, String field, String key, Object... arguments) {
            if (!holds) {
                errors.add(new FieldError(field, Message.of("selection.programme.check." + key, arguments)));
            }
        }

        /** Filled, and not too long. */
        void text(@Nullable String text, String field, int longest) {
            unless(text != null && !text.isBlank(), field, "missing");
            unless(text == null || text.length() <= longest, field, "too-long", longest);
        }

        void between(int number, int least, int most, String field) {
            unless(number >= least && number <= most, field, "between", least, most);
        }
    }

    /** Empty if it may be published. */
    List<FieldError> problems(Programme programme) {
        var found = new Found();
        basics(programme, found);
        found.unless(!programme.tracks().isEmpty(), "tracks", "no-track");
        found.unless(programme.tracks().size() <= MOST_TRACKS, "tracks", "too-many", MOST_TRACKS);
        var keys = new HashSet<String>();
        for (int i = 0; i < programme.tracks().size(); i++) {
            var track = programme.tracks().get(i);
            var at = "tracks[" + i + "]";
            found.unless(keys.add(track.key()), at + ".key", "key-twice");
            track(track, at, found);
        }
        scoring(programme, found);
        found.between(programme.noticeDays(), 1, MOST_NOTICE_DAYS, "noticeDays");
        found.between(programme.validityYears(), 1, MOST_YEARS, "validityYears");
        if (programme.partners() != null) {
            quota(programme.partners(), "partners", found);
        }
        return found.errors;
    }

    private void basics(Programme programme, Found found) {
        found.unless(isKey(programme.key()), "key", "key");
        found.unless(PROVINCES.contains(programme.province()), "province", "province");
        found.text(programme.name(), "name", LONGEST_NAME);
        found.text(programme.nameEn(), "nameEn", LONGEST_NAME);
        found.text(programme.summary(), "summary", LONGEST_TEXT);
        found.text(programme.summaryEn(), "summaryEn", LONGEST_TEXT);
        found.unless(!programme.clauses().isEmpty(), "clauses", "no-clause");
        found.unless(programme.clauses().size() <= MOST_REFERENCES, "clauses", "too-many", MOST_REFERENCES);
        programme.clauses().stream()
                .filter(clause -> clauses.find(clause).isEmpty())
                .forEach(clause -> found.unless(false, "clauses", "unknown-clause", clause));
        found.unless(!programme.leads().isEmpty(), "leads", "no-lead");
        functions(programme, programme.leads(), "leads", found);
        functions(programme, programme.participants(), "participants", found);
        found.unless(
                programme.participants().stream().noneMatch(programme.leads()::contains),
                "participants",
                "leads-already");
        found.unless(programme.register() != null, "register", "missing");
        programme.targets().stream()
                .filter(rule -> rules.find(rule).isEmpty())
                .forEach(rule -> found.unless(false, "targets", "unknown-rule", rule));
        for (int i = 0; i < programme.defaults().size(); i++) {
            var note = programme.defaults().get(i);
            found.text(note.zh(), "defaults[" + i + "].zh", LONGEST_TEXT);
            found.text(note.en(), "defaults[" + i + "].en", LONGEST_TEXT);
        }
    }

    private void functions(Programme programme, List<String> functions, String field, Found found) {
        found.unless(new LinkedHashSet<>(functions).size() == functions.size(), field, "function-twice");
        found.unless(functions.size() <= MOST_REFERENCES, field, "too-many", MOST_REFERENCES);
        functions.stream()
                .filter(function -> organizations
                        .findResponsible(programme.province(), function)
                        .isEmpty())
                .forEach(function -> found.unless(false, field, "nobody-responsible", function));
    }

    private void track(Track track, String at, Found found) {
        found.unless(isKey(track.key()), at + ".key", "key");
        found.text(track.name(), at + ".name", LONGEST_NAME);
        found.text(track.nameEn(), at + ".nameEn", LONGEST_NAME);
        found.unless(!track.applicants().isEmpty(), at + ".applicants", "missing");
        if (track.quota() == null) {
            found.unless(false, at + ".quota", "missing");
        } else {
            quota(track.quota(), at + ".quota", found);
        }
        found.unless(eligibility.tables().contains(track.eligibility()), at + ".eligibility", "unknown-table");
        found.unless(forms.ids().contains(track.form()), at + ".form", "unknown-form");
        found.unless(new HashSet<>(track.route()).size() == track.route().size(), at + ".route", "route-twice");
        found.unless(
                track.route().isEmpty()
                        || track.route().indexOf(Track.Recommender.COUNTY)
                                <= Math.max(0, track.route().indexOf(Track.Recommender.CITY)),
                at + ".route",
                "route-order");
        criteria(track, at, found);
        found.between(track.panelSize(), SMALLEST_PANEL, LARGEST_PANEL, at + ".panelSize");
        found.unless(track.panelSize() % 2 == 1, at + ".panelSize", "odd");
    }

    private static void criteria(Track track, String at, Found found) {
        var sum = track.criteria().stream().mapToInt(Criterion::weight).sum();
        found.unless(!track.criteria().isEmpty(), at + ".criteria", "no-criterion");
        found.unless(track.criteria().size() <= MOST_CRITERIA, at + ".criteria", "too-many", MOST_CRITERIA);
        found.unless(track.criteria().isEmpty() || sum == ALL, at + ".criteria", "weights", sum);
        var keys = new HashSet<String>();
        for (int i = 0; i < track.criteria().size(); i++) {
            var criterion = track.criteria().get(i);
            var place = at + ".criteria[" + i + "]";
            found.unless(isKey(criterion.key()), place + ".key", "key");
            found.unless(keys.add(criterion.key()), place + ".key", "key-twice");
            found.text(criterion.name(), place + ".name", LONGEST_NAME);
            found.text(criterion.nameEn(), place + ".nameEn", LONGEST_NAME);
            found.between(criterion.weight(), 1, ALL, place + ".weight");
            found.between(criterion.max(), 1, MOST_POINTS, place + ".max");
            found.text(criterion.guidance(), place + ".guidance", LONGEST_TEXT);
            found.text(criterion.guidanceEn(), place + ".guidanceEn", LONGEST_TEXT);
        }
    }

    private static void quota(Quota quota, String at, Found found) {
        if (quota.kind() == null) {
            found.unless(false, at + ".kind", "missing");
        } else if (quota.kind() == Quota.Kind.OPEN) {
            found.unless(quota.places() == 0, at + ".places", "open-has-no-number");
        } else {
            found.between(quota.places(), 1, MOST_PLACES, at + ".places");
        }
    }

    private static void scoring(Programme programme, Found found) {
        var scoring = programme.scoring();
        if (scoring == null) {
            found.unless(false, "scoring", "missing");
            return;
        }
        found.unless(scoring.rule() != null, "scoring.rule", "missing");
        found.between(scoring.spreadAlarm(), 1, ALL, "scoring.spreadAlarm");
        found.unless(
                !scoring.ties().isEmpty() && scoring.ties().getLast().kind() == Scoring.Tie.Kind.JOINT_MEETING,
                "scoring.ties",
                "last-tie");
        found.unless(new HashSet<>(scoring.ties()).size() == scoring.ties().size(), "scoring.ties", "tie-twice");
        for (int i = 0; i < scoring.ties().size(); i++) {
            var tie = scoring.ties().get(i);
            var at = "scoring.ties[" + i + "]";
            found.unless(tie.kind() != null, at + ".kind", "missing");
            var isCriterion = tie.kind() == Scoring.Tie.Kind.CRITERION;
            found.unless(isCriterion == (tie.criterion() != null), at + ".criterion", "tie-criterion");
            found.unless(
                    !isCriterion
                            || programme.tracks().stream()
                                    .flatMap(track -> track.criteria().stream())
                                    .anyMatch(criterion -> Objects.equals(criterion.key(), tie.criterion())),
                    at + ".criterion",
                    "unknown-criterion");
        }
    }

    static boolean isKey(@Nullable String key) {
        return key != null && KEY.matcher(key).matches() && !RESERVED.contains(key);
    }
}
