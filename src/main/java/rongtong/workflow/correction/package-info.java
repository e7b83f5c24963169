/**
 * Acceptance (受理) and itemised correction (一次性告知、补正): the receiving organ marks defects on the fields of an
 * application, all at once; the applicant may change those and nothing else; the organ sees what was changed. General parts,
 * drawn in {@code bpmn/workflow/acceptance.bpmn} and {@code bpmn/workflow/correction.bpmn}, for every form and procedure
 * (defaults D1, D13).
 */
@NamedInterface("correction")
@NullMarked
package rongtong.workflow.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
