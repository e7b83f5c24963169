package rongtong.alliance.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.alliance.Founding;
import rongtong.alliance.Foundings;
import rongtong.alliance.IndustryFields;
import rongtong.alliance.paper.Chinese;
import rongtong.document.Documents;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.workflow.countersign.Countersigns;
import rongtong.workflow.countersign.Opinion;

/** The minutes of a review meeting (会议纪要) as a document of the case, with the opinion of each side. */
@Component
class Minutes {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private final Documents documents;
    private final Foundings foundings;
    private final Organizations organizations;
    private final Countersigns countersigns;
    private final IndustryFields fields;
    private final Chinese chinese;
    private final Clock clock;

    Minutes(
            Documents documents,
            Foundings foundings,
            Organizations organizations,
            Countersigns countersigns,
            IndustryFields fields,
            Chinese chinese,
            Clock clock) {
        this.documents = documents;
        this.foundings = foundings;
        this.organizations = organizations;
        this.countersigns = countersigns;
        this.fields = fields;
        this.chinese = chinese;
        this.clock = clock;
    }

    /** Issues them in Chinese, whoever confirmed the decision; those of a second meeting are the next version. */
    void issue(UUID caseId, ReviewMeeting meeting, Decision decision) {
        chinese.speaking(() -> {
            var founding = foundings.get(caseId);
            var title = say("alliance.minutes.title", founding.title());
            return documents.issue(caseId, "minutes", title, "minutes", model(founding, meeting, decision, title));
        });
    }

    private Map<String, Object> model(Founding founding, ReviewMeeting meeting, Decision decision, String title) {
        var model = new LinkedHashMap<String, Object>();
        model.put("title", title);
        model.put("number", "");
        model.put("meeting", say("alliance.meeting.title", founding.title()));
        model.put("date", MOMENT.format(meeting.heldAt()));
        model.put("place", meeting.place());
        model.put("chair", organizations.name(founding.demandDepartment()));
        model.put("recorder", organizations.name(founding.demandDepartment()));
        model.put("convener", organizations.name(founding.demandDepartment()));
        model.put("topic", say("alliance.minutes.topic", founding.title(), meeting.ledger()));
        model.put("attendance", attendance(meeting));
        model.put("absence", List.of());
        model.put(
                "agenda",
                meeting.agenda().lines().filter(line -> !line.isBlank()).toList());
        model.put(
                "opinions",
                countersigns.opinions(founding.caseId(), ReviewMeetings.OPINIONS).stream()
                        .map(this::opinion)
                        .toList());
        model.put("conclusion", conclusion(meeting, decision));
        model.put("reservations", List.of());
        model.put("issuedOn", DAY.format(LocalDate.now(clock)));
        return model;
    }

    private List<Map<String, Object>> attendance(ReviewMeeting meeting) {
        var present = Objects.requireNonNull(meeting.attendance(), "a meeting is held before it is confirmed");
        var rows = new ArrayList<Map<String, Object>>();
        var sides = meeting.participants();
        rows.add(Map.of("organization", organizations.name(sides.get(0)), "persons", present.demand()));
        rows.add(Map.of("organization", organizations.name(sides.get(1)), "persons", present.education()));
        rows.add(Map.of("organization", organizations.name(sides.get(2)), "persons", present.science()));
        if (!present.others().isEmpty()) {
            rows.add(Map.of("organization", say("alliance.minutes.others"), "persons", present.others()));
        }
        return rows;
    }

    private Map<String, Object> opinion(Opinion opinion) {
        return Map.of(
                "organization",
                organizations.name(opinion.unit()),
                "opinion",
                say("workflow.stance." + (opinion.stance() == null ? "open" : opinion.stance())),
                "reason",
                opinion.comment());
    }

    private String conclusion(ReviewMeeting meeting, Decision decision) {
        var decided = say("alliance.decision." + decision.kind());
        return String.join(
                "\n",
                Objects.requireNonNullElse(meeting.minutes(), ""),
                decision.fields().isEmpty()
                        ? say("alliance.minutes.decided", decided)
                        : say("alliance.minutes.decided-fields", decided, fields.names(decision.fields())),
                say("alliance.minutes.reasons", decision.reasons()));
    }

    private String say(String key, Object... arguments) {
        return chinese.say(Message.of(key, arguments));
    }
}
