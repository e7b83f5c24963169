package rongtong.policy;

import java.util.Map;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/** An administrator has given a setting another value. */
public record SettingChanged(String key, String before, String after) implements Auditable {

    @Override
    public Message description() {
        return Message.of("policy.setting-changed", key, before, after);
    }

    @Override
    public String action() {
        return "SETTING.CHANGED";
    }

    @Override
    public String subject() {
        return key;
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("before", before, "after", after);
    }
}
