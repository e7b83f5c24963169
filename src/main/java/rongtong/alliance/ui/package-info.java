/** Pages of the register, and the parts of them that public pages are put together from as well. */
@NamedInterface("ui")
@NullMarked
package rongtong.alliance.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
