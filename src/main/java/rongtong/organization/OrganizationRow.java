package rongtong.organization;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list of organisations.
 *
 * @param name valid today, in the language of the person
 * @param regionName such as 沈阳市, nothing for a national body
 */
public record OrganizationRow(
        String code,
        String name,
        OrganizationKind kind,
        OrganizationLevel level,
        String province,
        @Nullable String region,
        @Nullable String regionName,
        @Nullable Sector sector,
        @Nullable String schoolType) {}
