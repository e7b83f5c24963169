package rongtong.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation.FieldError;

/** The matching plan (对接方案) of a round: rows that bring demand and supply together, and a text. */
public record MatchingPlan(String text, List<Match> matches) {

    static final int LONGEST_TEXT = 4000;

    /** Which demand is to be met by which supply, and how. */
    public record Match(List<UUID> demand, List<UUID> supply, String note) {}

    /**
     * Each matching row references at least one demand entry and at least one supply entry of the ledgers
     * (LN-ALLIANCE 二(四)2; R-LNA-42); a plan without rows matches nothing.
     *
     * @param demand ids of the demand entries of the round that the plan names
     * @param supply likewise of the supply
     */
    public List<FieldError> problems(Set<UUID> demand, Set<UUID> supply) {
        var problems = new ArrayList<FieldError>();
        if (text.isBlank()) {
            problems.add(new FieldError("planText", Message.of("ledger.plan.text-missing")));
        }
        if (matches.isEmpty()) {
            problems.add(new FieldError("matches", Message.of("ledger.plan.no-rows")));
        }
        for (int i = 0; i < matches.size(); i++) {
            var match = matches.get(i);
            checkSide(problems, "matches[%d].demandEntries".formatted(i), "demand", match.demand(), demand);
            checkSide(problems, "matches[%d].supplyEntries".formatted(i), "supply", match.supply(), supply);
        }
        return problems;
    }

    private static void checkSide(
            List<FieldError> problems, String field, String side, List<UUID> named, Set<UUID> known) {
        if (named.isEmpty()) {
            problems.add(new FieldError(field, Message.of("ledger.plan.row-without-" + side)));
        } else if (!known.containsAll(named)) {
            problems.add(new FieldError(field, Message.of("ledger.plan.not-an-entry-of-" + side)));
        }
    }
}
