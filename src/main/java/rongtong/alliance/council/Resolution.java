package rongtong.alliance.council;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the council resolved, or refused to.
 *
 * @param number from 1, by alliance
 * @param subject what was voted on: {@code council} or {@code charter}
 * @param vote id of the vote
 * @param task what the secretariat has to do; empty where it was not carried
 * @param assignee code of the unit that hosts the secretariat and carries it out (R-LNA-26); null where not carried
 */
public record Resolution(
        UUID id,
        int number,
        String subject,
        String title,
        UUID vote,
        boolean carried,
        LocalDate resolvedOn,
        String task,
        @Nullable String assignee) {}
