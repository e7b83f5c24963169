package rongtong.selection.programme;

import java.util.Map;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/** A version of a programme holds from now on. */
public record ProgrammePublished(String key, int version, String name) implements Auditable {

    @Override
    public Message description() {
        return Message.of("selection.programme.published-event", name, String.valueOf(version));
    }

    @Override
    public String action() {
        return "PROGRAMME.PUBLISHED";
    }

    @Override
    public String subject() {
        return key;
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("version", version);
    }
}
