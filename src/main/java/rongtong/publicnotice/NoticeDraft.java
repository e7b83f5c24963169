package rongtong.publicnotice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a procedure wants to have published.
 *
 * @param caseId case whose list it is
 * @param organ code of the organisation that publishes it and deals with objections
 * @param title such as 2026年省级试点拟入选名单公示, at most 200 characters
 * @param english the same in English; null shows the Chinese words
 * @param introduction what is published and why, a paragraph a line; at most 4,000 characters
 * @param clause clause of the procedure, such as {@code JL-2018-48 (二十九)}. That there is a notice at all is default D6
 * @param workingDays within the bounds of the setting {@code notice.days}; null for its value
 * @param contact how to reach the organ beside the form; empty if there is no other way
 * @param former the notice that this one corrects or supplements; null for a first one
 * @param entries at least one, in their order
 */
public record NoticeDraft(
        UUID caseId,
        String organ,
        String title,
        @Nullable English english,
        String introduction,
        String clause,
        @Nullable Integer workingDays,
        String contact,
        @Nullable UUID former,
        List<Entry> entries) {

    /**
     * What a notice says to readers of English; the lines of the list stay as they are.
     *
     * @param title at most 300 characters
     * @param headings by the Chinese heading; one that is missing stays Chinese
     */
    public record English(String title, String introduction, Map<String, String> headings) {}

    /**
     * One line of the list.
     *
     * @param subject what the procedure knows the line by, such as the id of an application; unique in the notice
     * @param place counted from 1, unique in the notice
     * @param organization name of the organisation
     * @param region in words; empty where it does not matter
     * @param columns further texts by the heading of their column, the same headings in all lines
     */
    public record Entry(String subject, int place, String organization, String region, Map<String, String> columns) {}
}
