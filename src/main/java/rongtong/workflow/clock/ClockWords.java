package rongtong.workflow.clock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import rongtong.shared.Texts;

/** Says in a sentence how a clock stands, such as 受理 11-03，第 12 个工作日，剩余 8 个工作日. */
@Component
class ClockWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    private final Texts texts;

    ClockWords(Texts texts) {
        this.texts = texts;
    }

    /** @param stoppedFor working days since the clock was stopped */
    ClockView spoken(ClockView view, int stoppedFor) {
        var text = new StringBuilder(sentence(view, stoppedFor));
        if (view.extended()) {
            text.append(texts.of("clock.extended", view.extension()));
        }
        if (view.provisional() && view.running()) {
            text.append(texts.of("clock.provisional", String.valueOf(yearOf(view))));
        }
        return new ClockView(
                view.caseId(),
                view.stage(),
                view.stageName(),
                view.organ(),
                view.organName(),
                view.startedOn(),
                view.limit(),
                view.day(),
                view.remaining(),
                view.stoppedSince(),
                view.stopReason(),
                view.extended(),
                view.extension(),
                view.due(),
                view.endedOn(),
                view.overdue(),
                view.colour(),
                view.departmentDays(),
                view.applicantDays(),
                view.expertDays(),
                view.objectionDays(),
                view.provisional(),
                text.toString());
    }

    private String sentence(ClockView view, int stoppedFor) {
        var started = day(view.startedOn());
        if (view.endedOn() != null) {
            return texts.of(
                    view.overdue() ? "clock.ended-late" : "clock.ended",
                    view.stageName(),
                    started,
                    view.day(),
                    -view.remaining());
        }
        if (view.stoppedSince() != null && view.stopReason() != null) {
            return texts.of(
                    view.overdue() && view.remaining() < 0 ? "clock.stopped-late" : "clock.stopped",
                    view.stageName(),
                    started,
                    view.day(),
                    texts.of("clock.reason." + view.stopReason()),
                    day(view.stoppedSince()),
                    stoppedFor,
                    Math.abs(view.remaining()));
        }
        if (view.overdue()) {
            return texts.of(
                    "clock.overdue", view.stageName(), started, day(lastDay(view)), Math.max(0, -view.remaining()));
        }
        if (view.day() <= 0) {
            return texts.of("clock.begun", view.stageName(), started, view.remaining());
        }
        return view.remaining() == 0
                ? texts.of("clock.last-day", view.stageName(), started, view.day())
                : texts.of("clock.running", view.stageName(), started, view.day(), view.remaining());
    }

    private static int yearOf(ClockView view) {
        return lastDay(view).getYear();
    }

    private static LocalDate lastDay(ClockView view) {
        return LocalDate.ofInstant(view.due(), java.time.ZoneId.of("Asia/Shanghai"));
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
