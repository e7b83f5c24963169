/** What a programme asks and how it selects: data, in versions; loaded from {@code resources/data/programmes}. */
@NullMarked
package rongtong.selection.programme;

import org.jspecify.annotations.NullMarked;
