package rongtong.workflow.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names of stages in the extension property {@code clock}: a word, or {@code ${variable}} in a part that many call. */
final class Stages {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private Stages() {}

    /** @return the name of the stage where the engine stands; the text itself if it names no variable */
    static String named(String text, VariableScope scope) {
        var variable = VARIABLE.matcher(text);
        return variable.matches() ? String.valueOf(scope.getVariable(variable.group(1))) : text;
    }
}
