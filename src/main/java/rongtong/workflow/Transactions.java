package rongtong.workflow;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;

/**
 * Runs a step of a case as one transaction, and again as a whole where the engine saw two branches meet at the same
 * moment: it does not repeat a call itself. What a step's rules throw arrives unwrapped.
 *
 * <p>All that a step asks of the engine is one command of the engine: it reads a row once and writes all at the end. A query
 * of the engine therefore does not see what the same step has changed.
 */
@Component
public class Transactions {

    private static final int TRIES = 8;

    private final TransactionTemplate transaction;
    private final ProcessEngineConfigurationImpl engine;

    Transactions(PlatformTransactionManager manager, ProcessEngineConfigurationImpl engine) {
        this.transaction = new TransactionTemplate(manager);
        this.engine = engine;
    }

    /** @return what the work answered, which is not null */
    public <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                var result = transaction.execute(status -> oneCommand(work));
                if (result == null) {
                    throw new IllegalStateException("A step answered nothing");
                }
                return result;
            } catch (RuntimeException failure) {
                var insideAnother = TransactionSynchronizationManager.isActualTransactionActive();
                if (attempt == TRIES || insideAnother || !isClash(failure)) {
                    throw unwrap(failure);
                }
                pause(attempt);
            }
        }
    }

    /** The same for work that answers nothing. */
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    private <T> T oneCommand(Supplier<T> work) {
        return engine.getCommandExecutorTxRequired().execute(command -> work.get());
    }

    private static boolean isClash(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof UnexpectedRollbackException) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException unwrap(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation || cause instanceof NotFound || cause instanceof SomebodyWasFirst) {
                return (RuntimeException) cause;
            }
        }
        return failure;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5, 20 * attempt + 10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a step was to be repeated", interrupted);
        }
    }
}
