/**
 * Pages for everybody, without an account: the founded alliances with what is public of them, and
 * the programmes of selections with their conditions. Nothing here shows a
 * person, a phone number or how a unit voted.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "organization",
            "document :: official",
            "alliance :: register",
            "alliance :: ui",
            "selection :: programme",
            "selection :: round",
            "selection :: ui"
        })
@NullMarked
package rongtong.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
