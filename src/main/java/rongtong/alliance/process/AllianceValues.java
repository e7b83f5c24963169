package rongtong.alliance.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.alliance.IndustryFields;
import rongtong.alliance.meeting.ReviewMeetings;
import rongtong.alliance.member.Member;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.countersign.Countersigns;
import rongtong.workflow.countersign.Opinion;

/** What the forms of the founding show of its records, in the language of the person. */
@Component
class AllianceValues {

    private final Foundings foundings;
    private final IndustryFields fields;
    private final Organizations organizations;
    private final Countersigns countersigns;
    private final Texts texts;

    AllianceValues(
            Foundings foundings,
            IndustryFields fields,
            Organizations organizations,
            Countersigns countersigns,
            Texts texts) {
        this.foundings = foundings;
        this.fields = fields;
        this.organizations = organizations;
        this.countersigns = countersigns;
        this.texts = texts;
    }

    /** Title, fields, type and layout of the alliance. */
    Map<String, Object> facts(UUID caseId) {
        var founding = foundings.get(caseId);
        var values = new LinkedHashMap<String, Object>();
        values.put("title", founding.title());
        values.put("fieldNames", fields.names(founding.fields()));
        values.put("typeName", say("alliance.type." + founding.type()));
        values.put("layout", founding.layout());
        return values;
    }

    /** Rows of the table of opinions. */
    List<Map<String, Object>> opinions(UUID caseId) {
        return countersigns.opinions(caseId, ReviewMeetings.OPINIONS).stream()
                .map(this::row)
                .toList();
    }

    /** Rows of a table of candidates and members. */
    List<Map<String, Object>> members(List<Member> members) {
        return members.stream().map(this::row).toList();
    }

    /** Choices of a select. */
    Map<String, Object> choice(String organization) {
        return Map.of("value", organization, "label", organizations.name(organization));
    }

    String say(String key, Object... arguments) {
        return texts.of(Message.of(key, arguments));
    }

    private Map<String, Object> row(Opinion opinion) {
        return Map.of(
                "name", organizations.name(opinion.unit()),
                "stance",
                        opinion.stance() == null
                                ? say("workflow.stance.open")
                                : say("workflow.stance." + opinion.stance()),
                "comment", opinion.comment());
    }

    private Map<String, Object> row(Member member) {
        return Map.of(
                "name", organizations.name(member.organization()),
                "kind", say("alliance.kind." + member.kind()),
                "mode", say("alliance.mode." + member.mode()),
                "status", say("alliance.member." + member.status()),
                "answer", member.answer() == null ? "" : member.answer());
    }
}
