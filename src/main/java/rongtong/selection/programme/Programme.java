package rongtong.selection.programme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a programme (遴选方案). Names of departments are functions of {@code functions.csv}, never departments.
 *
 * @param key stable across versions, such as {@code jl-223}
 * @param province {@code JL}, {@code ZJ}, {@code LN}
 * @param clauses references such as {@code JL-2018-48 (二十九)}, the one it rests on first
 * @param leads lead functions (牵头), at least one; the first convenes and keeps the secretariat
 * @param participants functions that give an opinion (参与); may be empty
 * @param register in which the selected are entered
 * @param scoring from the sheets to a result
 * @param noticeDays working days of the public notice (公示, default D6)
 * @param validityYears for how long a recognition holds
 * @param partners how many partner enterprises the selected applications should have in all; null for none
 * @param targets references to rules with a number to be reached, such as {@code R-JL-35}
 * @param defaults what of this programme is in no document, in words, for the page
 */
public record Programme(
        String key,
        int version,
        String province,
        String name,
        String nameEn,
        String summary,
        String summaryEn,
        List<String> clauses,
        List<String> leads,
        List<String> participants,
        RegisterKind register,
        List<Track> tracks,
        Scoring scoring,
        int noticeDays,
        int validityYears,
        @Nullable Quota partners,
        List<String> targets,
        List<DefaultNote> defaults) {

    /** What a programme takes from the defaults and not from a document. */
    public record DefaultNote(String zh, String en) {

        public String in(Locale locale) {
            return Programme.in(locale, zh, en);
        }
    }

    /** In a language of the screens. */
    public String name(Locale locale) {
        return in(locale, name, nameEn);
    }

    public String summary(Locale locale) {
        return in(locale, summary, summaryEn);
    }

    static String in(Locale locale, String zh, String en) {
        return locale.getLanguage().equals("en") && !en.isBlank() ? en : zh;
    }

    /** The function that convenes. */
    public String convener() {
        return leads.getFirst();
    }

    /** The clauses as procedures carry them: references with commas between. */
    public String basis() {
        return String.join(", ", clauses);
    }

    public Optional<Track> track(String trackKey) {
        return tracks.stream().filter(track -> track.key().equals(trackKey)).findFirst();
    }

    /** The same under another key and version. */
    public Programme numbered(String key, int version) {
        return with(key, version, tracks, defaults);
    }

    /** The same with other tracks. */
    public Programme with(List<Track> tracks) {
        return with(key, version, tracks, defaults);
    }

    /** The same with other notes on what is a default. */
    public Programme withDefaults(List<DefaultNote> defaults) {
        return with(key, version, tracks, defaults);
    }

    private Programme with(String key, int version, List<Track> tracks, List<DefaultNote> defaults) {
        return new Programme(
                key,
                version,
                province,
                name,
                nameEn,
                summary,
                summaryEn,
                clauses,
                leads,
                participants,
                register,
                tracks,
                scoring,
                noticeDays,
                validityYears,
                partners,
                targets,
                defaults);
    }
}
