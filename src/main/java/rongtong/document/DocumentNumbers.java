package rongtong.document;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts official documents: each number is given once, and none is left out. */
@Service
public class DocumentNumbers {

    private final JdbcClient jdbc;

    DocumentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of a series. Whoever asks second waits until the first has committed; a transaction that is rolled
     * back gives its number back. Must be called in a transaction, late in it.
     *
     * @param organ the office's own character code, such as 辽教
     * @param series such as 联备
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentNumber next(String organ, String series, int year) {
        var number = jdbc.sql("""
                        insert into document.number_series as s (organ, series, year, last)
                        values (:organ, :series, :year, 1)
                        on conflict (organ, series, year) do update set last = s.last + 1
                        returning last
                        """)
                .param("organ", organ)
                .param("series", series)
                .param("year", year)
                .query(Integer.class)
                .single();
        return new DocumentNumber(organ, series, year, number);
    }
}
