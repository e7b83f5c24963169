/** The register of alliances (联盟名录): what was founded, here and before, for those who work with it and for the public. */
@NamedInterface("register")
@NullMarked
package rongtong.alliance.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
