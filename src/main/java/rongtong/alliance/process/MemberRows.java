package rongtong.alliance.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.member.Member;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.Texts;

/** Members the way forms show and offer them. */
@Component
class MemberRows {

    private final Organizations organizations;
    private final Texts texts;

    MemberRows(Organizations organizations, Texts texts) {
        this.organizations = organizations;
        this.texts = texts;
    }

    /** Choices of a select or taglist. */
    List<Map<String, String>> options(List<String> codes) {
        return codes.stream()
                .map(code -> Map.of("label", organizations.name(code), "value", code))
                .toList();
    }

    List<Map<String, String>> table(List<Member> members) {
        return members.stream()
                .map(member -> Map.of(
                        "name",
                        organizations.name(member.organization()),
                        "kind",
                        word("alliance.kind." + member.kind()),
                        "reason",
                        member.reason()))
                .toList();
    }

    String name(String code) {
        return organizations.name(code);
    }

    String word(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    String word(Message message) {
        return texts.of(message);
    }
}
