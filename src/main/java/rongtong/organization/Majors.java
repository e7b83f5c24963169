package rongtong.organization;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rongtong.shared.Page;

/** Majors of the national catalogues (专业目录). */
@Service
public class Majors {

    private final JdbcClient jdbc;

    Majors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> name(String code) {
        return jdbc.sql("select name from organization.major where code = :code")
                .param("code", code)
                .query(String.class)
                .optional();
    }

    /**
     * @param level 本科, 职业本科 or 高职专科; nothing for all
     * @param text part of a name or a class; nothing for all
     */
    public Page<CodeName> find(@Nullable String level, @Nullable String text, int page, int size) {
        return CodeNamePage.read(
                jdbc,
                "organization.major",
                "(cast(:first as text) is null or level = :first) and (cast(:second as text) is null or class = :second)",
                new CodeNamePage.Filter(level, null, text),
                page,
                size);
    }
}
