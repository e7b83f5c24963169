/**
 * School-run factories (校办工厂) of Jilin: the investment of a public vocational school's state assets, reviewed by the
 * industry department and approved by the finance department of the school's own level; the register of factories; and
 * the filing of each realised return before it is booked. The procedures are drawn in {@code bpmn/factory}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "form",
            "organization",
            "policy",
            "identity",
            "calendar",
            "document",
            "document :: official",
            "document :: ui",
            "ui",
            "workflow",
            "workflow :: decision",
            "workflow :: expert",
            "credit"
        })
@NullMarked
package rongtong.factory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
