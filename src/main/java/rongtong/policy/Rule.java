package rongtong.policy;

import java.util.List;

/**
 * One rule read out of a clause.
 *
 * @param id such as {@code R-LNA-17}
 * @param clause number of the clause in the document
 * @param quotation word for word
 * @param formulation the same as a condition
 * @param hard whether it blocks; a soft rule warns and asks for a reason
 * @param processes such as {@code P01}
 */
public record Rule(
        String id,
        String document,
        String clause,
        String quotation,
        String formulation,
        boolean hard,
        List<String> processes) {}
