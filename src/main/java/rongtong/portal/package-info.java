/**
 * Pages for everybody, without an account: the founded alliances with what is public of them, the programmes of selections
 * with their conditions, and public notices with the way to object. Nothing here shows a person, a phone number of a person
 * or how a unit voted.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "organization",
            "policy",
            "publicnotice",
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
