/**
 * Who works here: accounts, each of an organisation and with roles; how they log in to the screens and to the REST
 * interface; and what nobody may do without being allowed to.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "form", "organization", "rest"})
@NullMarked
package rongtong.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
