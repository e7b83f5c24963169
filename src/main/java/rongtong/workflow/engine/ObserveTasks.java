package rongtong.workflow.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Hangs the {@link TaskRecorder} on every user task and on the end of every process. */
class ObserveTasks extends AbstractBpmnParseListener {

    private final TaskRecorder recorder;

    ObserveTasks(TaskRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var stage = clockOf(element);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> recorder.created(task, stage));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, recorder::ended);
    }

    /** The stage whose clock sets the deadline of a user task: its extension property {@code clock}. */
    private static @Nullable String clockOf(Element task) {
        var extension = task.element("extensionElements");
        var properties =
                extension == null ? null : extension.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        return properties == null
                ? null
                : properties.elements().stream()
                        .filter(property -> "clock".equals(property.attribute("name")))
                        .map(property -> property.attribute("value"))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) recorder::processEnded);
    }
}
