/**
 * Notices (通知): people are told what concerns them beyond the work in their inbox: reminders, copies, tasks handed to
 * them, applications returned, deadlines that passed, cases that ended. Written in the transaction of the step that they
 * tell of, from what {@code workflow} publishes; shown behind the bell of the frame.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "identity", "workflow", "workflow :: ui"})
@NullMarked
package rongtong.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
