package rongtong.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.organization.Sector;
import rongtong.shared.Csv;
import rongtong.shared.Page;

/**
 * The fields (领域) that entries and alliances name. LN-ALLIANCE 一(三) speaks of more than thirty without naming them: the
 * list that comes with the program is a default.
 */
@Component
@DependsOnDatabaseInitialization
public class Fields implements InitializingBean {

    private static final String MATCHES = """
            from ledger.field
            where (cast(:sector as text) is null or sector = :sector)
                and (name_zh ilike :text or name_en ilike :text or code = :code)
            """;

    private final JdbcClient jdbc;

    Fields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters the fields that come with the program; what is there stays as it is. */
    @Override
    public void afterPropertiesSet() {
        int position = 0;
        for (var row : Csv.read("data/fields.csv")) {
            jdbc.sql("""
                            insert into ledger.field (code, sector, name_zh, name_en, position)
                            values (:code, :sector, :nameZh, :nameEn, :position)
                            on conflict (code) do nothing
                            """)
                    .param("code", row.text("code"))
                    .param("sector", row.text("sector"))
                    .param("nameZh", row.text("name_zh"))
                    .param("nameEn", row.text("name_en"))
                    .param("position", position++)
                    .update();
        }
    }

    /**
     * @param sector null for all
     * @param text part of a name, empty for all
     */
    public Page<FieldOfWork> find(@Nullable Sector sector, String text, int page, int size) {
        var sectorName = sector == null ? null : sector.name();
        var pattern = "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        var total = jdbc.sql("select count(*) " + MATCHES)
                .param("sector", sectorName)
                .param("text", pattern)
                .param("code", text.strip())
                .query(Long.class)
                .single();
        var items = jdbc.sql("select code, sector, " + nameColumn() + " as name " + MATCHES
                        + " order by position, code offset :offset limit :limit")
                .param("sector", sectorName)
                .param("text", pattern)
                .param("code", text.strip())
                .param("offset", (long) page * size)
                .param("limit", size)
                .query(FieldOfWork.class)
                .list();
        return new Page<>(items, page, size, total);
    }

    public Optional<FieldOfWork> find(String code) {
        return jdbc.sql("select code, sector, " + nameColumn() + " as name from ledger.field where code = :code")
                .param("code", code)
                .query(FieldOfWork.class)
                .optional();
    }

    /** All, with both names of each, for spreadsheets in either language. */
    List<Named> all() {
        return jdbc.sql("select code, sector, name_zh, name_en from ledger.field order by position, code")
                .query(Named.class)
                .list();
    }

    record Named(String code, Sector sector, String nameZh, String nameEn) {

        String name(boolean english) {
            return english ? nameEn : nameZh;
        }
    }

    private static String nameColumn() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "name_en" : "name_zh";
    }
}
