package rongtong.selection.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkingDays;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;

/** The rules of the window in a call: the documents set none, so its least length is a setting that only warns. */
@Component
class CallDates {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Settings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    CallDates(Settings settings, WorkingDays workingDays, Clock clock) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    void check(Answers answers, Findings findings) {
        var opens = RoundWords.instant(answers.text("windowOpens"));
        var closes = RoundWords.instant(answers.text("windowCloses"));
        if (!closes.isAfter(opens)) {
            findings.error("windowCloses", Message.of("selection.round.closes-before-opens"));
        } else if (!closes.isAfter(clock.instant())) {
            findings.error("windowCloses", Message.of("selection.round.closes-in-the-past"));
        } else {
            int least = settings.number("pilot.window-days");
            var from = opens.isAfter(clock.instant()) ? opens : clock.instant();
            int days = workingDays.between(LocalDate.ofInstant(from, CHINA), LocalDate.ofInstant(closes, CHINA));
            if (days < least) {
                findings.warning(Message.of("selection.round.short-window", days, least));
            }
        }
    }
}
