package rongtong.workflow;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rongtong.identity.Account;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.workflow.TaskRecords.TaskRecord;

/** Says which of the calls on a task would succeed now. */
@Component
class OfferedActions {

    private final TaskRecords tasks;
    private final Returns returns;
    private final Withdrawals withdrawals;
    private final SignRequests signs;
    private final Urging urging;
    private final Accounts accounts;
    private final CurrentUser user;

    OfferedActions(
            TaskRecords tasks,
            Returns returns,
            Withdrawals withdrawals,
            SignRequests signs,
            Urging urging,
            Accounts accounts,
            CurrentUser user) {
        this.tasks = tasks;
        this.returns = returns;
        this.withdrawals = withdrawals;
        this.signs = signs;
        this.urging = urging;
        this.accounts = accounts;
        this.user = user;
    }

    /** Names of the calls, for a person who may see the task's case. */
    List<String> of(TaskRecord task) {
        var actions = new ArrayList<String>();
        if (tasks.mayAct(task)) {
            if (!signs.holdsBack(task)) {
                actions.add("complete");
            }
            actions.add("copy");
            if (!task.isDelegated()) {
                offerToHolder(task, actions);
            }
        }
        if ((tasks.mayAct(task) || isWaitingForOthers(task)) && signs.hasOpen(task)) {
            actions.add("remove-sign");
        }
        if (mayTakeBack(task)) {
            actions.add("withdraw");
        }
        if (urging.isPossible(task)) {
            actions.add("urge");
        }
        return actions;
    }

    private void offerToHolder(TaskRecord task, List<String> actions) {
        actions.add(task.assignee() == null ? "claim" : "release");
        if (!returns.targets(task).isEmpty()) {
            actions.add("return");
        }
        if (task.groups().stream()
                .flatMap(group -> accounts.members(group).stream())
                .anyMatch(this::isSomebodyElse)) {
            actions.add("transfer");
        }
        if (accounts.find(user.organization()).stream()
                .filter(Account::enabled)
                .map(Account::username)
                .anyMatch(this::isSomebodyElse)) {
            actions.add("delegate");
        }
        if (!SignRequests.isRequest(task)) {
            actions.add("add-sign");
        }
    }

    private boolean isWaitingForOthers(TaskRecord task) {
        return task.isWaiting() && user.username().equals(task.answeredBy());
    }

    private boolean mayTakeBack(TaskRecord task) {
        return task.isOpen()
                ? user.username().equals(task.owner()) || isWaitingForOthers(task)
                : withdrawals.isPossible(task);
    }

    private boolean isSomebodyElse(String username) {
        return !username.equals(user.username());
    }
}
