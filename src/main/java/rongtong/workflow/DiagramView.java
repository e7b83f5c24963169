package rongtong.workflow;

import java.util.List;

/**
 * A diagram and where its tokens are.
 *
 * @param process id of the process drawn; a case has one diagram for each process that it has called
 * @param bpmn BPMN 2.0 XML with layout
 * @param active ids of activities with a token; {@code completed}, {@code incidents} likewise
 */
public record DiagramView(
        String process,
        String name,
        String bpmn,
        List<String> active,
        List<String> completed,
        List<String> incidents) {}
