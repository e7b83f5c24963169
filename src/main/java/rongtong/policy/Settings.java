package rongtong.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/** Values that the documents leave open. Reads are typed and always current; a key that does not exist is a bug. */
@Service
public class Settings {

    private static final int LONGEST_VALUE = 200;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settings(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public int number(String key) {
        return Integer.parseInt(value(key, SettingType.NUMBER));
    }

    public Fraction fraction(String key) {
        return Fraction.parse(value(key, SettingType.FRACTION)).orElseThrow();
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(value(key, SettingType.FLAG));
    }

    /** One of the words that the setting allows, such as {@code ALL} or {@code PRESENT}. */
    public String text(String key) {
        return value(key, SettingType.CHOICE);
    }

    /** All settings, by key. */
    public List<Setting> all() {
        return jdbc.sql("select * from policy.setting order by position")
                .query((row, number) -> read(row))
                .list();
    }

    /** @throws NotFound if there is no setting with this key */
    public Setting get(String key) {
        return jdbc.sql("select * from policy.setting where key = :key")
                .param("key", key)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound("setting", key));
    }

    /**
     * @throws RuleViolation if the value does not fit the setting; nothing is changed
     * @throws NotFound if there is no setting with this key
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Transactional
    public void change(String key, String value) {
        var setting = get(key);
        var normal = normal(setting, value.strip());
        if (normal.equals(setting.value())) {
            return;
        }
        jdbc.sql("update policy.setting set value = :value, changed_at = :now where key = :key")
                .param("value", normal)
                .param("now", OffsetDateTime.now(clock))
                .param("key", key)
                .update();
        events.publishEvent(new SettingChanged(key, setting.value(), normal));
    }

    private static String normal(Setting setting, String value) {
        if (value.length() > LONGEST_VALUE) {
            throw refused(Message.of("policy.setting-too-long", setting.label(), LONGEST_VALUE));
        }
        return switch (setting.type()) {
            case NUMBER -> number(setting, value);
            case FRACTION ->
                Fraction.parse(value)
                        .orElseThrow(() -> refused(Message.of("policy.setting-no-fraction", setting.label(), value)))
                        .toString();
            case FLAG, CHOICE -> {
                var words = setting.type() == SettingType.FLAG ? List.of("true", "false") : setting.choices();
                if (!words.contains(value)) {
                    throw refused(
                            Message.of("policy.setting-no-choice", setting.label(), value, String.join(" / ", words)));
                }
                yield value;
            }
        };
    }

    private static String number(Setting setting, String value) {
        int min = Objects.requireNonNullElse(setting.min(), 0);
        int max = Objects.requireNonNullElse(setting.max(), 1_000_000);
        if (!value.matches("-?\\d{1,7}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
            throw refused(Message.of("policy.setting-no-number", setting.label(), value, min, max));
        }
        return String.valueOf(Integer.parseInt(value));
    }

    private static RuleViolation refused(Message message) {
        return new RuleViolation(message, List.of(new RuleViolation.FieldError("value", message)));
    }

    private String value(String key, SettingType type) {
        return jdbc.sql("select value from policy.setting where key = :key and type = :type")
                .param("key", key)
                .param("type", type.name())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No setting '%s' of type %s".formatted(key, type)));
    }

    private static Setting read(ResultSet row) throws SQLException {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        var choices = row.getString("choices");
        return new Setting(
                row.getString("key"),
                SettingType.valueOf(row.getString("type")),
                row.getString("value"),
                row.getString("unit"),
                integer(row, "min"),
                integer(row, "max"),
                choices == null ? List.of() : List.of(choices.split("\\|")),
                row.getString(english ? "label_en" : "label_zh"),
                row.getString("basis"),
                row.getBoolean("is_default"),
                row.getTimestamp("changed_at") != null);
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
