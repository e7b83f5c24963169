package rongtong.selection.ui;

import org.springframework.stereotype.Component;
import rongtong.identity.Accounts;
import rongtong.organization.Organizations;
import rongtong.selection.decision.Proposals;
import rongtong.selection.decision.ResultLines;
import rongtong.selection.programme.Programmes;
import rongtong.selection.ranking.Comparisons;
import rongtong.selection.ranking.RankingAccess;
import rongtong.selection.ranking.RankingSheets;
import rongtong.selection.ranking.Rankings;
import rongtong.workflow.Cases;
import rongtong.workflow.countersign.Countersigns;

/** What the parts of the workbench ask. */
@Component
record WorkbenchServices(
        Rankings rankings,
        Comparisons comparisons,
        RankingSheets sheets,
        RankingAccess access,
        Proposals proposals,
        ResultLines results,
        Programmes programmes,
        Countersigns countersigns,
        Cases cases,
        Organizations organizations,
        Accounts accounts) {}
