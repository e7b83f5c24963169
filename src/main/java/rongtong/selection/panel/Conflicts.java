package rongtong.selection.panel;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rongtong.selection.panel.Conflict.Reason;

/**
 * Finds every reason for which an expert must not judge an application. A pure function of what it is made of: the same
 * facts give the same reasons, in the order of {@link Reason}.
 */
public class Conflicts {

    private final Function<String, Set<String>> superiors;
    private final Map<String, List<Relation>> relations;
    private final Map<String, Map<UUID, Recusal>> recusals;

    /**
     * @param superiors codes of all organisations that stand above one: supervising department, founder and their own
     *     superiors; empty for one that nobody stands above
     */
    public Conflicts(
            Function<String, Set<String>> superiors, Collection<Relation> relations, Collection<Recusal> recusals) {
        this.superiors = superiors;
        this.relations = relations.stream().collect(groupingBy(Relation::expert));
        this.recusals = recusals.stream()
                .collect(groupingBy(
                        Recusal::expert,
                        Collectors.toMap(Recusal::application, Function.identity(), (first, later) -> first)));
    }

    /** Whether there is any reason. */
    public boolean any(Reviewer expert, Candidacy application) {
        return !of(expert, application).isEmpty();
    }

    /** All reasons; empty if the expert may judge the application. */
    public List<Conflict> of(Reviewer expert, Candidacy application) {
        var found = new ArrayList<Conflict>();
        var own = expert.organization();
        if (own.equals(application.organization())) {
            found.add(new Conflict(Reason.SAME_ORGANIZATION, own, null));
        } else if (superiors.apply(application.organization()).contains(own)
                || superiors.apply(own).contains(application.organization())) {
            found.add(new Conflict(Reason.SUPERIOR_ORGANIZATION, own, null));
        }
        if (application.partners().contains(own)) {
            found.add(new Conflict(Reason.PARTNER, own, null));
        }
        if (application.recommenders().contains(own)) {
            found.add(new Conflict(Reason.RECOMMENDER, own, null));
        }
        for (var relation : relations.getOrDefault(expert.expert(), List.of())) {
            if (concerns(application, relation.organization())) {
                found.add(new Conflict(Reason.DECLARED, relation.organization(), relation.remark()));
            }
        }
        var recusal = recusals.getOrDefault(expert.expert(), Map.of()).get(application.application());
        if (recusal != null) {
            found.add(new Conflict(Reason.RECUSED, null, recusal.reason()));
        }
        return List.copyOf(found);
    }

    private static boolean concerns(Candidacy application, String organization) {
        return organization.equals(application.organization())
                || application.partners().contains(organization)
                || application.recommenders().contains(organization);
    }
}
