/** What screens show of the papers of a case. */
@NamedInterface("ui")
@NullMarked
package rongtong.document.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
