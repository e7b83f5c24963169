package rongtong.workflow.clock;

import java.time.LocalDate;
import java.util.UUID;

/** A deadline that a change of the calendar moves. */
public record CalendarMove(UUID caseId, String number, String title, String stageName, LocalDate from, LocalDate to) {}
