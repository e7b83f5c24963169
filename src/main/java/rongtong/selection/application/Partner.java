package rongtong.selection.application;

import org.jspecify.annotations.Nullable;

/**
 * A unit that an application names as its partner (联合申报单位、合作企业).
 *
 * @param organization code; null for one that is not known here
 * @param name as it is called today, or as the applicant wrote it
 * @param kind of organisation; ENTERPRISE for one that is not known here
 * @param credit what the credit check found; null before it
 */
public record Partner(
        @Nullable String organization,
        String name,
        String kind,
        @Nullable CreditFinding credit) {}
