package rongtong.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    final WorkCalendar workingDays = new PublishedDays().calendar();

    @Test
    void theDayOfTheEventIsNotCounted() {
        assertThat(workingDays.after(day("2026-03-02"), 1)).isEqualTo("2026-03-03");
        assertThat(workingDays.after(day("2026-03-02"), 5)).isEqualTo("2026-03-09");
        assertThat(workingDays.after(day("2026-03-02"), 0)).isEqualTo("2026-03-02");
    }

    @Test
    void theNationalDayWeekIsSkippedAndItsMadeUpSaturdayCounts() {
        // 1 to 7 October are off, Saturday the 10th is worked
        assertThat(workingDays.after(day("2026-09-30"), 1)).isEqualTo("2026-10-08");
        assertThat(workingDays.after(day("2026-09-30"), 3)).isEqualTo("2026-10-10");
        assertThat(workingDays.after(day("2026-09-30"), 4)).isEqualTo("2026-10-12");
        // Sunday 20 September is worked, Friday 25 is the Mid-Autumn festival
        assertThat(workingDays.after(day("2026-09-18"), 1)).isEqualTo("2026-09-20");
        assertThat(workingDays.after(day("2026-09-24"), 1)).isEqualTo("2026-09-28");
    }

    @Test
    void theSpringFestivalOfTwoYears() {
        assertThat(workingDays.isWorkingDay(day("2026-02-14"))).isTrue();
        assertThat(workingDays.after(day("2026-02-14"), 1)).isEqualTo("2026-02-24");
        assertThat(workingDays.isWorkingDay(day("2018-02-11"))).isTrue();
        assertThat(workingDays.after(day("2018-02-14"), 2)).isEqualTo("2018-02-23");
    }

    @Test
    void daysBetweenAreTheInverseOfDaysAfter() {
        var start = day("2026-01-01");
        for (int n = 0; n < 200; n++) {
            assertThat(workingDays.between(start, workingDays.after(start, n))).isEqualTo(n);
        }
        assertThat(workingDays.between(day("2026-03-09"), day("2026-03-02"))).isEqualTo(-5);
    }

    @Test
    void aYearNotYetAnnouncedKnowsOnlyWeekends() {
        assertThat(workingDays.isProvisional(day("2027-10-01"))).isTrue();
        assertThat(workingDays.isProvisional(day("2026-10-01"))).isFalse();
        assertThat(workingDays.isWorkingDay(day("2027-10-01"))).isTrue();
        assertThat(workingDays.isWorkingDay(day("2027-10-02"))).isFalse();
    }

    @Test
    void aDeadlineIsTheEndOfTheDayInChina() {
        // 23:30 in Shanghai on Thursday 5 March
        var late = Instant.parse("2026-03-05T15:30:00Z");

        assertThat(workingDays.deadline(late, 1)).isEqualTo(OffsetDateTime.parse("2026-03-06T23:59:59+08:00"));
        // 00:30 in Shanghai on Friday 6 March, still the 5th in Greenwich
        assertThat(workingDays.deadline(Instant.parse("2026-03-05T16:30:00Z"), 1))
                .isEqualTo(OffsetDateTime.parse("2026-03-09T23:59:59+08:00"));
    }

    @Test
    void daysLeftAreZeroOnTheLastDayAndNegativeAfterIt() {
        var deadline = Instant.parse("2026-03-06T15:59:59Z");

        assertThat(workingDays.left(Instant.parse("2026-03-06T02:00:00Z"), deadline))
                .isZero();
        assertThat(workingDays.left(Instant.parse("2026-03-04T02:00:00Z"), deadline))
                .isEqualTo(2);
        assertThat(workingDays.left(Instant.parse("2026-03-09T02:00:00Z"), deadline))
                .isEqualTo(-1);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
