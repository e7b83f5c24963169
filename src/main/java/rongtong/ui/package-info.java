/**
 * What all screens share: the frame with menu, language and person; the words for what went wrong; formats; and the few
 * parts that pages are put together from. Knows no page by name: the menu is read from the {@code @Menu} annotations.
 *
 * <p>A page takes its place in the menu by its {@code order}: below 100 daily work, below 200 business registers, below
 * 900 monitoring, above administration. The menu's {@code title} and a page's title are keys of the message bundles.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package rongtong.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
