package rongtong.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;

/**
 * What a start form begins with, by what the address of the service's page names.
 *
 * @param answers by the keys of the form; the person may change them
 * @param note what is still to be chosen, or why what is named cannot be chosen now; null where nothing is to be said
 */
public record Preselection(
        Map<String, Object> answers, @Nullable Message note) {

    /** The address names nothing that the form asks for. */
    public static final Preselection NONE = new Preselection(Map.of(), null);

    public static Preselection of(String key, Object answer) {
        return new Preselection(Map.of(key, answer), null);
    }

    /** Nothing is chosen. */
    public static Preselection because(Message note) {
        return new Preselection(Map.of(), note);
    }
}
