/** One carrying out of a programme (一轮遴选): the call, the window for applications, where it stands. */
@NamedInterface("round")
@NullMarked
package rongtong.selection.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
