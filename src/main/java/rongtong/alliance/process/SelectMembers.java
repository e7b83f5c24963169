package rongtong.alliance.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import rongtong.alliance.Foundings;
import rongtong.alliance.member.Candidate;
import rongtong.alliance.member.Member;
import rongtong.alliance.member.MemberKind;
import rongtong.alliance.member.MemberStatus;
import rongtong.alliance.member.Members;
import rongtong.alliance.member.Selection;
import rongtong.organization.Organizations;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** One of the three selections: they differ in kind and competent department only. */
abstract class SelectMembers implements Step {

    private final MemberKind kind;
    private final String list;
    private final Members members;
    private final Foundings foundings;
    private final Organizations organizations;
    private final AllianceValues values;

    SelectMembers(
            MemberKind kind,
            String list,
            Members members,
            Foundings foundings,
            Organizations organizations,
            AllianceValues values) {
        this.kind = kind;
        this.list = list;
        this.members = members;
        this.foundings = foundings;
        this.organizations = organizations;
        this.values = values;
    }

    /** Code of the department that the plan charges with the selection (R-LNA-15). */
    abstract String competent(StepContext context);

    @Override
    public Map<String, Object> values(StepContext context) {
        var shown = new HashMap<>(values.facts(context.caseId()));
        shown.put(
                "already",
                values.members(members.of(context.caseId()).stream()
                        .filter(member -> member.kind() == kind)
                        .toList()));
        shown.put("inviters", inviters(context).stream().map(values::choice).toList());
        return shown;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        selection(context, answers).check(findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var selection = selection(context, answers);
        members.demonstrate(context.caseId(), context.organization(), kind, answers.text("demonstration"));
        var deviation = answers.text(Findings.REASON);
        for (int row = 0; row < selection.candidates().size(); row++) {
            var candidate = selection.candidates().get(row);
            var answer = answers.rows(list).get(row);
            members.invite(new Members.Invitation(
                    context.caseId(),
                    answer.text("organization"),
                    kind,
                    context.organization(),
                    selection.inviterOf(candidate, answer.text("invitedBy")),
                    answer.text("reason"),
                    deviation.isEmpty() ? null : deviation));
        }
    }

    private Selection selection(StepContext context, Answers answers) {
        var rows = answers.rows(list);
        var candidates = new ArrayList<Candidate>();
        for (int row = 0; row < rows.size(); row++) {
            candidates.add(candidate(
                    context, "%s[%d]".formatted(list, row), rows.get(row).text("organization")));
        }
        var competent = competent(context);
        return new Selection(
                kind,
                list,
                context.organization(),
                competent,
                organizations.name(competent),
                members.of(context.caseId()).stream()
                        .anyMatch(member -> member.kind() == kind && member.status() == MemberStatus.CONSENTED),
                candidates);
    }

    private Candidate candidate(StepContext context, String field, String code) {
        var organization = organizations.find(code).orElse(null);
        return new Candidate(
                field,
                organization,
                organizations.name(code),
                organization != null && !organization.province().equals(context.text("jurisdiction")),
                members.membershipsElsewhere(code, context.caseId()));
    }

    /** Departments and members may invite (R-LNA-18). */
    private List<String> inviters(StepContext context) {
        var inviters = new LinkedHashSet<String>();
        inviters.add(competent(context));
        inviters.add(foundings.get(context.caseId()).demandDepartment());
        members.consented(context.caseId()).stream().map(Member::organization).forEach(inviters::add);
        return List.copyOf(inviters);
    }
}
