/**
 * Pages for everybody, without an account: the founded alliances with what is public of them. Nothing here shows a
 * person, a phone number or how a unit voted.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "organization",
            "document :: official",
            "alliance :: register",
            "alliance :: ui"
        })
@NullMarked
package rongtong.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
