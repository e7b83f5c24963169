package rongtong.publicnotice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public notice as everybody may see it.
 *
 * @param number such as 辽教公示〔2026〕1号; empty for a draft
 * @param organName in the language of the reader
 * @param introductionEn null where the procedure gave no English
 * @param headings of the further columns of the list
 * @param headingsEn the same in English; null where the procedure gave none
 * @param former the notice that this one corrects; null for a first one
 * @param publishedAt null for a draft; so are the two days
 * @param firstDay first working day of the period
 * @param lastDay last working day of the period; it ends at 24:00. While an objection is dealt with: as if it went on today
 * @param daysLeft working days after today; 0 on the last day and when it was closed, negative between the two
 * @param stopped whether the period stands still because an objection is dealt with
 * @param closedAt null while it runs
 * @param reason of a withdrawal; null if it was not withdrawn
 */
public record Notice(
        UUID id,
        UUID caseId,
        String number,
        String organ,
        String organName,
        NoticeState state,
        String title,
        @Nullable String titleEn,
        String introduction,
        @Nullable String introductionEn,
        String clause,
        int workingDays,
        String contact,
        @Nullable UUID former,
        List<String> headings,
        @Nullable List<String> headingsEn,
        @Nullable Instant publishedAt,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        int daysLeft,
        boolean stopped,
        @Nullable Instant closedAt,
        @Nullable String reason,
        List<Entry> entries) {

    /**
     * One line of the list.
     *
     * @param subject what the procedure knows it by
     * @param texts under the headings of the notice
     */
    public record Entry(String subject, int place, String organization, String region, List<String> texts) {}
}
