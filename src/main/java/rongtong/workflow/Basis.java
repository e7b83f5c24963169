package rongtong.workflow;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clause that a step rests on. One model serves many procedures: it names the clauses after which it was drawn, and a
 * procedure with clauses of its own carries these as its variable {@code clause}, which it passes to the parts that it calls.
 * Several clauses are references with commas between, the most important one first.
 */
@ProcessBean("basis")
public class Basis {

    /**
     * The first that the model and the procedure have in common; else the procedure's first.
     *
     * @param drawn what the model names; null where it names none
     * @param own what the procedure rests on; null for one that has no clauses of its own and rests on those of the model
     * @return reference such as {@code LN-ALLIANCE 二(一)1}; null where neither names one
     */
    public @Nullable String of(@Nullable String drawn, @Nullable String own) {
        var model = references(drawn);
        var procedure = references(own);
        return model.stream()
                .filter(reference -> procedure.isEmpty() || procedure.contains(reference))
                .findFirst()
                .orElse(procedure.isEmpty() ? null : procedure.getFirst());
    }

    private static List<String> references(@Nullable String named) {
        return named == null || named.isBlank()
                ? List.of()
                : Arrays.stream(named.split(",")).map(String::strip).toList();
    }
}
