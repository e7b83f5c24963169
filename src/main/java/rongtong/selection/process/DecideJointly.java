package rongtong.selection.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.decision.Decisions;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.countersign.Countersigns;
import rongtong.workflow.countersign.Opinion;
import rongtong.workflow.countersign.Stance;

/**
 * The leader of the convening department records what the joint meeting of the leads decided; the form of the meeting is a
 * default (P18): every lead was there, or has agreed before. One act decides about all applications.
 */
@Component
class DecideJointly implements Step {

    private static final Set<Stance> AGREEING = Set.of(Stance.AGREE, Stance.AGREE_WITH_CONDITIONS);

    private final RoundWords words;
    private final ListWords lists;
    private final Rounds rounds;
    private final Decisions decisions;
    private final Countersigns countersigns;
    private final Organizations organizations;
    private final Texts texts;
    private final Clock clock;

    DecideJointly(
            RoundWords words,
            ListWords lists,
            Rounds rounds,
            Decisions decisions,
            Countersigns countersigns,
            Organizations organizations,
            Texts texts,
            Clock clock) {
        this.words = words;
        this.lists = lists;
        this.rounds = rounds;
        this.decisions = decisions;
        this.countersigns = countersigns;
        this.organizations = organizations;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "selection-decision/decideJointly";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var round = rounds.get(context.caseId());
        var list = lists.list(context.caseId(), Map.of());
        var leads = words.leads(round);
        var values = new HashMap<String, Object>();
        values.put("roundTitle", round.title());
        values.put("summaryRows", lists.summary(list));
        values.put("partnersText", lists.partnersText(context.caseId(), list));
        values.put("opinionRows", words.opinions(context.caseId(), RoundSteps.PROPOSAL));
        values.put("lineRows", lines(list));
        values.put(
                "leadOptions",
                leads.stream()
                        .map(lead -> Map.of("value", lead, "label", organizations.name(lead)))
                        .toList());
        values.put("attendees", leads);
        values.put("heldOn", LocalDate.now(clock).toString());
        return values;
    }

    private List<Map<String, Object>> lines(List<ListWords.ListedTrack> list) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var listed : list) {
            for (var row : listed.rows()) {
                var proposal = listed.proposals().get(row.application());
                if (proposal != null) {
                    var outcome = proposal.outcome();
                    lines.add(Map.of(
                            "track", words.name(listed.track()),
                            "place", row.place(),
                            "title", row.title(),
                            "applicant", row.applicantName(),
                            "outcome", texts.of("selection.round.outcome." + outcome),
                            "effect", texts.of("selection.round.effect." + outcome),
                            "reason", proposal.reason()));
                }
            }
        }
        return lines;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        if (!isConfirmed(answers)) {
            return;
        }
        if (Objects.requireNonNull(answers.date("heldOn")).isAfter(LocalDate.now(clock))) {
            findings.error("heldOn", Message.of("selection.round.held-in-future"));
        }
        var missing = missing(context.caseId(), answers.texts("attendees"));
        if (!missing.isEmpty()) {
            findings.error(
                    "attendees",
                    Message.of(
                            "selection.round.leads-missing", String.join(texts.of("selection.round.comma"), missing)));
        }
        var list = lists.list(context.caseId(), Map.of());
        list.forEach(listed -> {
            var quotas = new Findings();
            lists.checkQuota(listed, "jointDecision", quotas);
            quotas.errors().forEach(error -> findings.error(error.field(), error.message()));
        });
    }

    /** Names of leads that neither attended nor agreed. The convener, who records it, must have been there. */
    private List<String> missing(UUID caseId, List<String> attendees) {
        var agreed = countersigns.opinions(caseId, RoundSteps.PROPOSAL).stream()
                .filter(opinion -> opinion.stance() != null && AGREEING.contains(opinion.stance()))
                .map(Opinion::unit)
                .collect(Collectors.toSet());
        return words.leads(rounds.get(caseId)).stream()
                .filter(lead -> !attendees.contains(lead) && !agreed.contains(lead))
                .map(organizations::name)
                .toList();
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (isConfirmed(answers)) {
            decisions.joint(
                    context.caseId(),
                    Objects.requireNonNull(answers.date("heldOn")),
                    answers.texts("attendees"),
                    answers.text("minutes"),
                    context.actor());
        } else {
            rounds.reopen(context.caseId());
        }
    }

    private static boolean isConfirmed(Answers answers) {
        return answers.text("jointDecision").equals("CONFIRM");
    }
}
