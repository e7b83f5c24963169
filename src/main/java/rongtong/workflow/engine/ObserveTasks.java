package rongtong.workflow.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Hangs the {@link TaskRecorder} on every user task and on the end of every process. */
class ObserveTasks extends AbstractBpmnParseListener {

    private final TaskRecorder recorder;

    ObserveTasks(TaskRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, recorder::created);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> recorder.ended(task, true));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, task -> recorder.ended(task, false));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) recorder::processEnded);
    }
}
