/** Pages of the selections. */
@NamedInterface("ui")
@NullMarked
package rongtong.selection.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
