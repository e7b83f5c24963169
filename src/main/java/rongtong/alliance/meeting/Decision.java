package rongtong.alliance.meeting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rongtong.alliance.Founding;
import rongtong.organization.Sector;
import rongtong.shared.Message;
import rongtong.workflow.Findings;

/**
 * What the review meeting decided on a proposal.
 *
 * @param fields codes of the fields; empty where no alliance is built
 * @param regions codes of the regions; empty for the whole province
 */
public record Decision(FieldDecision kind, List<String> fields, List<String> regions, String reasons) {

    /**
     * Which rules speak against it (LN-ALLIANCE 二(一)2).
     *
     * <p>A single-field alliance has one field, an integrated one at least two (R-LNA-11). A comprehensive one needs a
     * proposal of the local government that builds the park and the demand ledger on which it rests (R-LNA-12). A
     * composite one spans at least two regions or two industries (R-LNA-13, soft).
     *
     * @param sectors the sectors of the fields
     * @param demandKnown whether a frozen ledger round of this case holds the proposer's demand
     */
    public void check(Founding founding, Set<Sector> sectors, boolean demandKnown, Findings findings) {
        var count = new HashSet<>(fields).size();
        switch (kind) {
            case SINGLE -> {
                if (count != 1) {
                    findings.error("field", Message.of("alliance.decide.one-field"));
                }
            }
            case INTEGRATED -> {
                if (count < 2) {
                    findings.error("fields", Message.of("alliance.decide.two-fields"));
                }
            }
            case COMPREHENSIVE -> {
                if (founding.park() == null) {
                    findings.error("decision", Message.of("alliance.decide.no-park", founding.title()));
                } else if (!demandKnown) {
                    findings.error("decision", Message.of("alliance.decide.no-demand", founding.title()));
                }
            }
            case COMPOSITE -> {
                if (new HashSet<>(regions).size() < 2 && count < 2 && sectors.size() < 2) {
                    findings.warning(Message.of("alliance.decide.not-composite"));
                }
            }
            case NOT_NOW, SUPPLEMENT -> {}
        }
    }
}
