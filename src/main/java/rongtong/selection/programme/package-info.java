/** What a programme asks and how it selects: data, in versions; loaded from {@code resources/data/programmes}. */
@NamedInterface("programme")
@NullMarked
package rongtong.selection.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
