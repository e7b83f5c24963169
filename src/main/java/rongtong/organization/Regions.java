package rongtong.organization;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rongtong.shared.Page;

/** Provinces, cities and counties (GB/T 2260). */
@Service
public class Regions {

    private final JdbcClient jdbc;

    Regions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> name(String code) {
        return jdbc.sql("select name from organization.region where code = :code")
                .param("code", code)
                .query(String.class)
                .optional();
    }

    /**
     * @param parent code of a province or city; nothing for all
     * @param level {@code province}, {@code prefecture} or {@code county}; nothing for all
     * @param text part of a name; nothing for all
     */
    public Page<CodeName> find(
            @Nullable String parent, @Nullable String level, @Nullable String text, int page, int size) {
        return CodeNamePage.read(
                jdbc,
                "organization.region",
                "(cast(:first as text) is null or parent = :first) and (cast(:second as text) is null or level = :second)",
                new CodeNamePage.Filter(parent, level, text),
                page,
                size);
    }

    /** What the codes of a region and of all within it begin with: 2101 for 210100. */
    static String prefix(String region) {
        if (region.endsWith("0000")) {
            return region.substring(0, 2);
        }
        return region.endsWith("00") ? region.substring(0, region.length() - 2) : region;
    }
}
