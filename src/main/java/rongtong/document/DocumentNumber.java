package rongtong.document;

/**
 * Number of an official document, such as 辽教联备〔2026〕1号.
 *
 * @param organ the office's own character code (机关代字), such as 辽教
 * @param series what is counted, such as 联备
 * @param number counted from 1 in each year, without gaps
 */
public record DocumentNumber(String organ, String series, int year, int number) {

    /** The number the way it stands on the document (GB/T 9704: year in hexagonal brackets, no leading zeros). */
    public String text() {
        return "%s%s〔%d〕%d号".formatted(organ, series, year, number);
    }
}
