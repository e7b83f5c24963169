/** Pages of school-run factories. */
@NullMarked
package rongtong.factory.ui;

import org.jspecify.annotations.NullMarked;
