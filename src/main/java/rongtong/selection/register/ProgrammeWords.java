package rongtong.selection.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;

/** Names of programmes and tracks in the language of the person, each programme read once. */
class ProgrammeWords {

    private final Programmes programmes;
    private final boolean english =
            LocaleContextHolder.getLocale().getLanguage().equals("en");
    private final Map<String, Optional<Programme>> read = new HashMap<>();

    ProgrammeWords(Programmes programmes) {
        this.programmes = programmes;
    }

    String programme(String key) {
        return find(key)
                .map(programme -> english ? programme.nameEn() : programme.name())
                .orElse(key);
    }

    String track(String key, String track) {
        return find(key)
                .flatMap(programme -> programme.track(track))
                .map(found -> english ? found.nameEn() : found.name())
                .orElse(track);
    }

    private Optional<Programme> find(String key) {
        return read.computeIfAbsent(key, programmes::published);
    }
}
