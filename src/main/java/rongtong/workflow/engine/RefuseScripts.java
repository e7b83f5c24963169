package rongtong.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** A model is data that analysts write: it must not carry code. Deployment fails where it does. */
class RefuseScripts extends AbstractBpmnParseListener {

    @Override
    public void parseRootElement(Element rootElement, List<ProcessDefinitionEntity> processDefinitions) {
        refuse(rootElement);
    }

    private void refuse(Element element) {
        var scripted = element.getTagName().endsWith("scriptTask")
                || element.getTagName().endsWith("script")
                || element.attribute("class") != null && element.getUri() != null && isService(element);
        if (scripted) {
            throw new ProcessEngineException(
                    "Models carry no code, found <%s> in line %d".formatted(element.getTagName(), element.getLine()));
        }
        element.elements().forEach(this::refuse);
    }

    private static boolean isService(Element element) {
        return element.getTagName().endsWith("Task") || element.getTagName().endsWith("Listener");
    }
}
