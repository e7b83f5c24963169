package rongtong.selection.panel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be asked to judge applications (评审专家).
 *
 * @param username of the account, which has the role EXPERT
 * @param organization code of the organisation that the expert comes from
 * @param province whose programmes the expert judges
 * @param fields codes of the fields that the expert knows
 * @param title professional title (职称); may be empty
 * @param greatestLoad most applications at once; nothing for no limit of one's own
 * @param active whether new applications are assigned
 */
public record Expert(
        String username,
        String name,
        String organization,
        String province,
        List<String> fields,
        String title,
        @Nullable Integer greatestLoad,
        boolean active) {}
