package rongtong.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Which cases to list, of those that the person may see.
 *
 * @param mine only those that the person's organisation started
 * @param organization code of a participating organisation; null for all
 * @param olderThanDays only those started at least so many days ago; 0 for all
 */
public record CaseQuery(
        @Nullable String service,
        @Nullable CaseStatus status,
        @Nullable String text,
        @Nullable String organization,
        boolean mine,
        boolean overdue,
        int olderThanDays,
        int page,
        int size) {

    public static CaseQuery all(int page, int size) {
        return new CaseQuery(null, null, null, null, false, false, 0, page, size);
    }
}
