package rongtong.alliance.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.alliance.charter.Charter;
import rongtong.alliance.charter.CharterSection;
import rongtong.alliance.charter.Charters;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.Resolution;
import rongtong.alliance.council.Seat;
import rongtong.document.Documents;
import rongtong.identity.Accounts;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.workflow.vote.Ballot;
import rongtong.workflow.vote.Choice;
import rongtong.workflow.vote.Vote;
import rongtong.workflow.vote.VoteRule;
import rongtong.workflow.vote.Votes;

/** Issues the papers of a founding; the versions of each are kept. */
@Component
public class Papers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Documents documents;
    private final Foundings foundings;
    private final Councils councils;
    private final Charters charters;
    private final Votes votes;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Chinese chinese;
    private final Clock clock;

    Papers(
            Documents documents,
            Foundings foundings,
            Councils councils,
            Charters charters,
            Votes votes,
            Organizations organizations,
            Accounts accounts,
            Chinese chinese,
            Clock clock) {
        this.documents = documents;
        this.foundings = foundings;
        this.councils = councils;
        this.charters = charters;
        this.votes = votes;
        this.organizations = organizations;
        this.accounts = accounts;
        this.chinese = chinese;
        this.clock = clock;
    }

    /** Minutes of the founding meeting with what it resolved. */
    public void minutes(UUID caseId, Resolution resolution) {
        chinese.speaking(() -> {
            var meeting = councils.meeting(caseId).orElseThrow();
            var vote = votes.newest(caseId, resolution.subject()).orElseThrow();
            var title = chinese.say(Message.of(
                    "alliance.paper.minutes-of", foundings.get(caseId).title(), meeting.number()));
            var model = new LinkedHashMap<String, Object>();
            model.put("title", title);
            model.put("number", "");
            model.put("meeting", chinese.say(Message.of("alliance.paper.meeting", meeting.number())));
            model.put("date", day(meeting.heldOn()) + " " + meeting.heldAt());
            model.put("place", meeting.place());
            model.put("chair", person(caseId, meeting.convenedBy()));
            model.put(
                    "recorder",
                    councils.secretariat(caseId).map(each -> each.head()).orElse(""));
            model.put("convener", organizations.name(meeting.convenedBy()));
            model.put("topic", vote.title());
            model.put("attendance", present(caseId, vote, false));
            model.put("absence", present(caseId, vote, true));
            model.put(
                    "agenda",
                    meeting.agenda().lines().filter(line -> !line.isBlank()).toList());
            model.put("opinions", opinions(vote));
            model.put("conclusion", chinese.say(vote.tally().arithmetic()));
            model.put("reservations", List.of());
            model.put("issuedOn", today());
            return documents.issue(caseId, "council-minutes", title, "minutes", model);
        });
    }

    private List<Map<String, Object>> present(UUID caseId, Vote vote, boolean absent) {
        return vote.ballots().stream()
                .filter(ballot -> (ballot.choice() == Choice.ABSENT) == absent)
                .<Map<String, Object>>map(ballot -> Map.of(
                        "organization", organizations.name(ballot.unit()), "persons", person(caseId, ballot.unit())))
                .toList();
    }

    private List<Map<String, Object>> opinions(Vote vote) {
        return vote.ballots().stream()
                .<Map<String, Object>>map(ballot -> Map.of(
                        "organization",
                        organizations.name(ballot.unit()),
                        "opinion",
                        choice(ballot),
                        "reason",
                        ballot.remark()))
                .toList();
    }

    /** Record of the newest vote on a subject. */
    public void ballotRecord(UUID caseId, String subject) {
        chinese.speaking(() -> {
            var vote = votes.newest(caseId, subject).orElseThrow();
            var tally = vote.tally();
            var title = chinese.say(Message.of(
                    "alliance.paper.ballot-record-of", foundings.get(caseId).title(), vote.title(), vote.number()));
            var model = new LinkedHashMap<String, Object>();
            model.put("title", title);
            model.put("number", "");
            model.put("subject", vote.title());
            model.put("body", chinese.say("alliance.paper.council"));
            model.put("date", day(moment(vote.closedAt())));
            model.put("chair", organizations.name(councils.chair(caseId)));
            model.put(
                    "quorum",
                    share(
                            vote.rule().quorum().toString(),
                            "quorum-base",
                            vote.rule().quorumBase()));
            model.put("majority", sign(vote.rule()));
            model.put(
                    "base", chinese.say("workflow.majority-base." + vote.rule().majorityBase()));
            model.put("eligible", tally.voters());
            model.put("present", tally.present());
            model.put("agree", tally.inFavour());
            model.put("disagree", tally.against());
            model.put("abstain", tally.abstained());
            model.put("ballots", vote.ballots().stream().map(this::ballot).toList());
            model.put("result", chinese.say(tally.arithmetic()));
            model.put("teller", chinese.say("alliance.paper.teller"));
            model.put("issuedOn", today());
            return documents.issue(caseId, "ballot-record", title, "ballot-record", model);
        });
    }

    private String share(String fraction, String base, Enum<?> word) {
        return chinese.say("workflow." + base + "." + word.name()) + " " + fraction.replace(">=", "≥");
    }

    private static String sign(VoteRule rule) {
        return rule.majority().toString().replace(">=", "≥");
    }

    private Map<String, Object> ballot(Ballot ballot) {
        return Map.of(
                "organization",
                organizations.name(ballot.unit()),
                "voter",
                ballot.actor() == null ? "" : accounts.displayName(ballot.actor()),
                "choice",
                choice(ballot),
                "castAt",
                ballot.at() == null ? "" : MOMENT.format(ballot.at().atZone(ZONE)),
                "reason",
                ballot.remark());
    }

    private String choice(Ballot ballot) {
        var choice = ballot.choice();
        return choice == null ? "" : chinese.say(choice.label());
    }

    /** The newest version of the charter, as draft, as adopted, as filed. */
    public void charter(UUID caseId) {
        chinese.speaking(() -> {
            var charter = charters.newest(caseId).orElseThrow();
            var title = chinese.say(
                    Message.of("alliance.paper.charter-of", charter.text().of(CharterSection.NAME)));
            var model = new LinkedHashMap<String, Object>();
            model.put("title", title);
            model.put("note", note(charter));
            model.put(
                    "chapters",
                    Arrays.stream(CharterSection.values())
                            .map(section -> Map.of(
                                    "heading",
                                    chinese.say(section.label()),
                                    "text",
                                    charter.text().of(section)))
                            .toList());
            model.put("signatories", List.of());
            model.put("issuedOn", today());
            return documents.issue(caseId, "charter", title, "charter", model);
        });
    }

    private String note(Charter charter) {
        var adoptedOn = charter.adoptedOn();
        if (adoptedOn == null) {
            return chinese.say(Message.of("alliance.paper.draft", charter.version()));
        }
        var adopted = chinese.say(Message.of("alliance.paper.adopted", charter.version(), day(adoptedOn)));
        var number = charter.filingNumber();
        return number == null ? adopted : adopted + chinese.say(Message.of("alliance.paper.filed", number));
    }

    private String person(UUID caseId, String unit) {
        return councils.seats(caseId).stream()
                .filter(seat -> seat.unit().equals(unit))
                .map(Seat::person)
                .findFirst()
                .orElse("");
    }

    private String today() {
        return day(LocalDate.now(clock));
    }

    private static @Nullable LocalDate moment(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(ZONE).toLocalDate();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
