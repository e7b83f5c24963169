/** Pages of pilot selection, and parts of them that public pages show too. */
@NamedInterface("ui")
@NullMarked
package rongtong.selection.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
