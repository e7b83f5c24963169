/**
 * Public notices (公示) with objections (异议), a general part for any procedure: a list is shown to everybody for some working
 * days; whoever disagrees objects by real name, without an account; while an objection is dealt with the clock stands
 * still; an objection that is upheld changes the list by a recorded decision. The documents say nothing of it: all of this
 * is default D6. Drawn in {@code bpmn/publicnotice}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "organization",
            "policy",
            "calendar",
            "identity",
            "document",
            "document :: official",
            "workflow",
            "workflow :: clock",
            "workflow :: decision",
            "workflow :: ui"
        })
@NullMarked
package rongtong.publicnotice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
