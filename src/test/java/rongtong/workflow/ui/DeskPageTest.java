package rongtong.workflow.ui;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.ui.PageTest;
import rongtong.workflow.Cases;
import rongtong.workflow.Drafts;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;

/** Pages of tasks and cases with what they need. */
abstract class DeskPageTest extends PageTest {

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskActions actions;

    @Autowired
    Cases cases;

    @Autowired
    Drafts drafts;

    @Autowired
    CaseParts parts;

    @Autowired
    AnswerForms forms;

    @Autowired
    Clock clock;

    @Autowired
    ObjectProvider<TaskPanel> taskPanels;

    @Autowired
    ObjectProvider<CasePanel> casePanels;

    TaskDetailView taskPage(String task) {
        return opened(
                new TaskDetailView(inbox, actions, cases, drafts, parts, forms, taskPanels, clock),
                "tasks/" + task,
                Map.of("task", task));
    }

    CaseDetailView casePage(UUID caseId) {
        return opened(
                new CaseDetailView(cases, actions, parts, forms, casePanels),
                "cases/" + caseId,
                Map.of("case", caseId.toString()));
    }
}
