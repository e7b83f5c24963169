package rongtong.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.shared.Csv;

/**
 * Enters the settings that come with the program before the first request. A value that somebody has changed stays;
 * labels, bounds and the values nobody has touched follow the program.
 */
@Component
@DependsOnDatabaseInitialization
class SettingData implements InitializingBean {

    private final JdbcClient jdbc;

    SettingData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        var rows = Csv.read("data/settings.csv");
        for (int position = 0; position < rows.size(); position++) {
            enter(rows.get(position), position);
        }
    }

    private void enter(Csv.Row row, int position) {
        var statement = jdbc.sql("""
                        insert into policy.setting
                            (key, type, value, unit, min, max, choices, label_zh, label_en, basis, is_default, position)
                        values
                            (:key, :type, :value, :unit, :min, :max, :choices, :label_zh, :label_en, :basis,
                             :is_default, :position)
                        on conflict (key) do update set
                            type = excluded.type,
                            value = case when setting.changed_at is null then excluded.value else setting.value end,
                            unit = excluded.unit,
                            min = excluded.min,
                            max = excluded.max,
                            choices = excluded.choices,
                            label_zh = excluded.label_zh,
                            label_en = excluded.label_en,
                            basis = excluded.basis,
                            is_default = excluded.is_default,
                            position = excluded.position
                        """)
                .param("min", integer(row, "min"))
                .param("max", integer(row, "max"))
                .param("is_default", Boolean.valueOf(row.text("is_default")))
                .param("position", position);
        for (var column : List.of("key", "type", "value", "unit", "choices", "label_zh", "label_en", "basis")) {
            statement = statement.param(column, row.orNull(column));
        }
        statement.update();
    }

    private static @Nullable Integer integer(Csv.Row row, String column) {
        var text = row.orNull(column);
        return text == null ? null : Integer.valueOf(text);
    }
}
