package rongtong.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Notes with each transaction of a call that bears an {@code Idempotency-Key} that the call has changed something. A node that
 * dies between the transaction and the answer leaves a call that must not be done again.
 */
@Component
class ChangesOfCalls implements TransactionExecutionListener {

    private final ThreadLocal<GivenAnswers.@Nullable Key> atWork = new ThreadLocal<>();
    private final ObjectProvider<GivenAnswers> answers;

    ChangesOfCalls(ObjectProvider<GivenAnswers> answers) {
        this.answers = answers;
    }

    void begin(GivenAnswers.Key key) {
        atWork.set(key);
    }

    void end() {
        atWork.remove();
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        var key = atWork.get();
        if (key != null && transaction.isNewTransaction() && !transaction.isReadOnly()) {
            answers.getObject().changed(key);
        }
    }
}
