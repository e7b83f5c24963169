package rongtong.organization;

import org.jspecify.annotations.Nullable;

/**
 * One organisation. Its name is asked of {@link Organizations#name(String)}, because names change over time.
 *
 * @param code known everywhere by it, such as {@code LN-EDU}, {@code school-4121010142}, {@code ent-000410}
 * @param province {@code LN}, {@code JL}, {@code ZJ}; {@code CN} for a national body
 * @param region code of GB/T 2260, nothing for a national body
 * @param ownership 公办, 民办, … as the source says, nothing where it is silent
 * @param supervisor supervising department in the words of the source
 * @param schoolType 普通本科, 职业本科, 高职专科, 中等职业学校 or 技工院校; only for schools
 * @param founder function of the department that founded a school (举办单位) where it is neither education nor that of
 *     the technician schools, such as {@code health}; nothing for most
 * @param industry what an enterprise does, in the words of the exchange
 */
public record Organization(
        String code,
        OrganizationKind kind,
        OrganizationLevel level,
        String province,
        @Nullable String region,
        @Nullable String ownership,
        @Nullable String supervisor,
        @Nullable Sector sector,
        @Nullable String schoolType,
        @Nullable String industry,
        @Nullable String founder) {}
