package rongtong.shared;

import java.util.Collection;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Several words in one text, parted as the language does: 甲、乙 or A, B. Without a locale in that of the person at work. */
public final class Listed {

    private Listed() {}

    /** Names: 甲、乙. Empty for none. */
    public static String of(Collection<? extends CharSequence> names) {
        return in(LocaleContextHolder.getLocale(), names);
    }

    public static String in(Locale locale, Collection<? extends CharSequence> names) {
        return String.join(isEnglish(locale) ? ", " : "、", names);
    }

    /** Facts of more than a word each: 甲 1，乙 2. */
    public static String facts(Locale locale, Collection<? extends CharSequence> facts) {
        return String.join(isEnglish(locale) ? ", " : "，", facts);
    }

    /** Statements that may have commas inside: 甲；乙. */
    public static String statements(Collection<? extends CharSequence> statements) {
        return String.join(isEnglish(LocaleContextHolder.getLocale()) ? "; " : "；", statements);
    }

    /** What something is, after its name: 名称：内容. */
    public static String named(String name, String words) {
        return named(LocaleContextHolder.getLocale(), name, words);
    }

    public static String named(Locale locale, String name, String words) {
        return name + (isEnglish(locale) ? ": " : "：") + words;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
