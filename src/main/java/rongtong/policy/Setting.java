package rongtong.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that the documents leave open and an administrator may change.
 *
 * @param unit such as {@code working-days}, nothing where there is none
 * @param min smallest number allowed
 * @param max largest number allowed
 * @param choices the words allowed; empty unless the type is {@link SettingType#CHOICE}
 * @param label in the language of the person
 * @param basis what it rests on: a default such as {@code D7}, or a clause
 * @param isDefault not from the documents
 * @param changed somebody has changed it since it was delivered
 */
public record Setting(
        String key,
        SettingType type,
        String value,
        @Nullable String unit,
        @Nullable Integer min,
        @Nullable Integer max,
        List<String> choices,
        String label,
        String basis,
        boolean isDefault,
        boolean changed) {}
