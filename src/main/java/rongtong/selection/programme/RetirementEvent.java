package rongtong.selection.programme;

import java.util.Map;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/**
 * A programme was put out of use or brought back.
 *
 * @param key of the programme
 * @param name Chinese
 * @param reason of the retirement
 */
record RetirementEvent(Deed deed, String key, String name, String reason) implements Auditable {

    enum Deed {
        RETIRED,
        RESTORED
    }

    @Override
    public Message description() {
        return Message.of("selection.retirement.event." + deed, name, reason);
    }

    @Override
    public String action() {
        return "PROGRAMME." + deed;
    }

    @Override
    public String subject() {
        return key;
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("reason", reason);
    }
}
