package rongtong.selection.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.application.Openings;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.application.Recommendations;
import rongtong.selection.application.Recommendations.Other;
import rongtong.selection.application.Submissions;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** A county or city recommends an application, with its rank among those that it recommends in the track, or does not. */
@Component
class Recommend implements Step {

    private final PilotApplications applications;
    private final Recommendations recommendations;
    private final Submissions submissions;
    private final Openings openings;
    private final Organizations organizations;
    private final Texts texts;

    Recommend(
            PilotApplications applications,
            Recommendations recommendations,
            Submissions submissions,
            Openings openings,
            Organizations organizations,
            Texts texts) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.submissions = submissions;
        this.openings = openings;
        this.organizations = organizations;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "pilot-recommendation/recommend";
    }

    /** What is applied for, what was said before, and the organ's other recommendations with their ranks. */
    @Override
    public Map<String, Object> values(StepContext context) {
        var application = applications.get(context.caseId());
        var opening = openings.get(application);
        var facts = new ArrayList<Map<String, Object>>();
        fact(facts, "applicant", organizations.name(application.applicant()));
        fact(facts, "opening", opening.name());
        fact(facts, "title", application.title());
        fact(facts, "summary", Objects.toString(application.answers().get("summary"), ""));
        fact(
                facts,
                "partners",
                String.valueOf(submissions.partners(context.caseId()).size()));
        var others = recommendations.others(context.caseId(), context.requiredUnit());
        var values = new LinkedHashMap<String, Object>();
        values.put("applicationRows", facts);
        values.put("earlierRows", earlier(context));
        values.put("hasEarlier", !recommendations.of(context.caseId()).isEmpty());
        values.put("otherRows", others.stream().map(this::row).toList());
        values.put("hasOthers", !others.isEmpty());
        values.put(
                "takenRanks",
                others.stream().map(Other::rank).filter(Objects::nonNull).toList());
        values.put("rank", nextRank(others));
        return values;
    }

    /** The first that is free. */
    private static int nextRank(List<Other> others) {
        var rank = 1;
        while (isTaken(others, rank)) {
            rank++;
        }
        return rank;
    }

    private static boolean isTaken(List<Other> others, int rank) {
        return others.stream().anyMatch(other -> Objects.equals(other.rank(), rank));
    }

    private Map<String, Object> row(Other other) {
        return Map.of(
                "rank", other.rank() == null ? "—" : other.rank().toString(),
                "applicant", organizations.name(other.applicant()),
                "title", other.title(),
                "number", other.number());
    }

    private List<Map<String, Object>> earlier(StepContext context) {
        return recommendations.of(context.caseId()).stream()
                .<Map<String, Object>>map(said -> Map.of(
                        "organ",
                        organizations.name(said.organ()),
                        "rank",
                        rankText(said.rank()),
                        "opinion",
                        said.opinion()))
                .toList();
    }

    private static String rankText(@Nullable Integer rank) {
        return rank == null ? "—" : rank.toString();
    }

    private void fact(List<Map<String, Object>> rows, String name, String value) {
        if (!value.isBlank()) {
            rows.add(Map.of("name", texts.of("selection.application.fact." + name), "value", value));
        }
    }

    /** Two of the same rank, or a gap, are pointed out on the page and never refused: the province reads the opinion too. */
    @Override
    public void record(StepContext context, Answers answers) {
        var recommended = answers.text("recommendation").equals("RECOMMEND");
        var rank = answers.number("rank");
        recommendations.give(
                context.caseId(),
                context.requiredUnit(),
                recommended,
                recommended && rank != null ? rank.intValueExact() : null,
                answers.text("recommendationOpinion"),
                context.actor());
    }
}
