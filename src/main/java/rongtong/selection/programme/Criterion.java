package rongtong.selection.programme;

import java.util.Locale;

/**
 * What experts judge.
 *
 * @param key such as {@code will-to-reform}, unique in the track
 * @param weight percent of the total; those of a track sum to 100
 * @param max most points on the sheet, at least 1; least is 0
 * @param guidance what the points mean, shown beside the field
 */
public record Criterion(
        String key, String name, String nameEn, int weight, int max, String guidance, String guidanceEn) {

    /** In a language of the screens. */
    public String name(Locale locale) {
        return Programme.in(locale, name, nameEn);
    }

    public String guidance(Locale locale) {
        return Programme.in(locale, guidance, guidanceEn);
    }
}
