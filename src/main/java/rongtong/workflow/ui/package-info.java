/**
 * The pages on which cases are worked: workbench, inbox, one task, services, cases, and what administrators see. A
 * procedure adds its own parts to a task or a case with {@link rongtong.workflow.ui.TaskPanel} and
 * {@link rongtong.workflow.ui.CasePanel}.
 */
@NamedInterface("ui")
@NullMarked
package rongtong.workflow.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
