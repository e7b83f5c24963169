package rongtong.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the people of the journey answer where it shows or decides: real organisations of Liaoning, believable words. */
final class Decisions {

    static final String TITLE = "辽宁省智能装备产业校企联盟";

    private static final Map<String, Object> WORDS = Map.ofEntries(
            Map.entry("layout", "围绕数控机床、工业机器人和重大成套装备，由省内骨干企业提出需求，联合高校、科研院所组建联盟，覆盖沈阳、大连两地产业链。"),
            Map.entry("analysis", "全省装备制造企业对智能制造工程、机器人技术等专业人才年需求约三千人，现有供给不足六成；数控系统、伺服驱动等共性技术亟待攻关。"),
            Map.entry("minutes", "与会各方核对了供需信息台账，认为智能装备领域需求真实、供给力量充足，同意按单一领域建立联盟。"),
            Map.entry("reasons", "供需力量匹配，企业积极性高，高校学科基础好。"),
            Map.entry("demonstration", "经科学论证，所列单位在本领域具有代表性，愿意承担联盟任务。"),
            Map.entry("planText", "以台账为依据，优先对接智能制造工程技术人才培养和数控系统联合攻关两类需求，逐项明确责任单位和时限。"),
            Map.entry("nominationReason", "学科优势突出，多年牵头全省装备制造领域产学研合作。"),
            Map.entry("leadDecisionReason", "各部门评议一致，四项标准均已达到。"),
            Map.entry("charterName", TITLE),
            Map.entry("commentsHandling", "已逐条研究成员单位意见，合理意见均已采纳。"),
            Map.entry("foundingMeetingPlace", "沈阳工业大学中央校区会议中心"),
            Map.entry("secretaryGeneral", "王秘书长"),
            Map.entry("deviationReason", "经集体研究，属本领域实际需要，按一般规定之外的情形说明。"));

    private Decisions() {}

    static void decide(String step, Map<String, Object> answers) {
        WORDS.forEach((key, words) -> answers.computeIfPresent(key, (same, typed) -> words));
        switch (step) {
            case "start" -> {
                answers.put("title", TITLE);
                answers.put("type", "SINGLE");
                answers.put("fields", List.of("equipment"));
                answers.remove("regions");
            }
            case "decideField" -> {
                answers.put("decision", "SINGLE");
                answers.put("field", "equipment");
                answers.remove("regions");
            }
            case "selectEnterprises" ->
                answers.put("enterprises", members("数控机床龙头企业，订单式培养需求明确。", "ent-000410", "ent-000530"));
            case "selectSchools" ->
                answers.put("schools", members("机械工程学科优势明显。", "school-4121010142", "school-4121010141"));
            case "selectInstitutes" -> answers.put("institutes", members("机器人与智能制造领域的国家级科研力量。", "inst-002"));
            case "nominateLeadUnit" -> answers.put("leadNominees", List.of("school-4121010142"));
            case "decideLeadUnit" -> {
                answers.put("chairUnit", "school-4121010142");
                answers.remove("otherLeadUnits");
            }
            case "conveneFoundingMeeting" -> answers.put("secretariatHost", "school-4121010142");
            default -> {}
        }
    }

    private static List<Map<String, Object>> members(String reason, String... codes) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var code : codes) {
            var row = new LinkedHashMap<String, Object>();
            row.put("organization", code);
            row.put("reason", reason);
            rows.add(row);
        }
        return rows;
    }
}
