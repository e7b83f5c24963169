package rongtong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;

@RongtongTest
class DocumentNumbersTest {

    @Autowired
    DocumentNumbers numbers;

    @Autowired
    TransactionTemplate transaction;

    /** A series that no other test counts in. */
    final String series = UUID.randomUUID().toString().substring(0, 8);

    int next(int year) {
        return transaction.execute(status -> numbers.next("辽教", series, year).number());
    }

    @Test
    void readLikeNumbersOfOfficialDocuments() {
        assertThat(new DocumentNumber("辽教", "联备", 2026, 1).text()).isEqualTo("辽教联备〔2026〕1号");
    }

    @Test
    void startAgainEachYear() {
        assertThat(next(2026)).isEqualTo(1);
        assertThat(next(2026)).isEqualTo(2);
        assertThat(next(2027)).isEqualTo(1);
    }

    @Test
    void areGivenBackWhenTheStepFails() {
        transaction.executeWithoutResult(status -> {
            numbers.next("辽教", series, 2026);
            status.setRollbackOnly();
        });

        assertThat(next(2026)).isEqualTo(1);
    }

    @Test
    void waitForTheStepThatAskedFirst() throws Exception {
        var asked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            var first = people.submit(() -> transaction.execute(status -> {
                var number = numbers.next("辽教", series, 2026).number();
                asked.countDown();
                await(goOn);
                status.setRollbackOnly();
                return number;
            }));
            await(asked);
            var second = people.submit(() -> next(2026));
            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void areNotGivenOutsideAStep() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> numbers.next("辽教", series, 2026));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
