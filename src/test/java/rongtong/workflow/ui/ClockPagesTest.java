package rongtong.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.calendar.Calendars;
import rongtong.calendar.WorkingDays;
import rongtong.workflow.CaseView;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.Workload;
import rongtong.workflow.clock.ClockCalendar;

/** What people see of the clocks: the working calendar, the calendar of deadlines, the load of a department. */
@RongtongTest
class ClockPagesTest extends DeskPageTest {

    @Autowired
    MovableClock time;

    @Autowired
    Calendars calendars;

    @Autowired
    ClockCalendar clockCalendar;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Workload workload;

    @BeforeEach
    void beforeNationalDay() {
        time.setTo("2026-09-28T10:00:00");
    }

    @Test
    void theCalendarMarksHolidaysAndMadeUpDays() throws Exception {
        as("admin", () -> {
            var page = calendarPage("admin/calendar?year=2026");

            assertThat(find(NativeButton.class, page).all()).hasSize(365);
            assertThat(titles(page)).contains("2026-10-01 休息日 · 国庆节", "2026-10-10 工作日 · 国庆节", "2026-10-12 工作日");
            assertThat(text(page)).doesNotContain("预估");
            return null;
        });
    }

    @Test
    void aYearNotYetAnnouncedIsProvisional() throws Exception {
        as("admin", () -> {
            assertThat(text(calendarPage("admin/calendar?year=2027&jurisdiction=LN")))
                    .contains("预估", "2027 年节假日安排尚未公布");
            return null;
        });
    }

    @Test
    void whoChangesADaySeesHowFarItIsAndThenTheDay() throws Exception {
        var day = LocalDate.of(2028, 3, 4);
        try {
            as("admin", () -> {
                var page = calendarPage("admin/calendar?year=2028&jurisdiction=ZJ");
                var cell = find(NativeButton.class, page).all().stream()
                        .filter(one -> one.getTitle().orElse("").startsWith(day.toString()))
                        .findFirst()
                        .orElseThrow();
                test(cell).click();
                find(TextField.class, dialog()).all().forEach(field -> field.setValue("防汛应急值守，浙政办发〔2028〕1号"));
                button(dialog(), "查看影响").click();
                button(dialog(), "确认调整").click();
                assertThat(UI.getCurrent().getPollInterval()).isPositive();

                while (UI.getCurrent().getPollInterval() > 0) {
                    ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
                }

                assertThat(titles(page)).contains("2028-03-04 工作日 · 防汛应急值守，浙政办发〔2028〕1号");
                return null;
            });
        } finally {
            as("admin", () -> clockCalendar.takeBack("ZJ", day, done -> {}));
        }
    }

    private Dialog dialog() {
        return $(Dialog.class).all().stream()
                .filter(Dialog::isOpened)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCalendarOfDeadlinesLeadsToWhatIsDueOnADay() throws Exception {
        started();
        as("ln-edu.handler", () -> {
            var due = LocalDate.of(2026, 10, 16);
            var calendar = new DueCalendar(workload, workingDays.in("LN"), due);
            UI.getCurrent().add(calendar);

            assertThat(find(Anchor.class, calendar).all())
                    .extracting(Anchor::getHref)
                    .contains("tasks?due=2026-10-16");
            var query = new TaskQuery(TaskQuery.View.TODO, null, null, false, due, TaskQuery.Sort.DUE, 0, 200);
            assertThat(inbox.find(query).total())
                    .isEqualTo(workload.dueIn(java.time.YearMonth.from(due)).get(due));
            return null;
        });
    }

    @Test
    void leadersSeeTheLoadOfTheirDepartmentAndOthersDoNot() throws Exception {
        started();

        assertThat(as("ln-edu.leader", workload::ofDepartment))
                .anySatisfy(load -> assertThat(load.open()).isPositive());
        assertThat(as("ln-edu.handler", workload::ofDepartment)).isEmpty();
    }

    @Test
    void theCasePageSaysHowTheClockStands() throws Exception {
        var caseId = started();
        time.setTo("2026-10-12T09:00:00");
        as("ln-edu.handler", () -> {
            var panel = parts.status(cases.get(caseId), cases.diagrams(caseId));

            assertThat(text(panel)).contains("核验 09-28，第 6 个工作日，剩余 4 个工作日");
            return null;
        });
    }

    @Test
    void aCaseThatWaitsForOthersDoesNotAskToReloadThePage() throws Exception {
        var caseId = started();
        as("ln-edu.handler", () -> {
            var found = cases.get(caseId);
            var waiting = new CaseView(
                    found.row(),
                    List.of(),
                    List.of("等待联合审定"),
                    found.timeline(),
                    found.form(),
                    found.values(),
                    false,
                    List.of());

            assertThat(text(parts.status(waiting, List.of())))
                    .contains("现处于“等待联合审定”，目前无需办理")
                    .doesNotContain("刷新");
            return null;
        });
    }

    private UUID started() throws Exception {
        return as("ln-edu.handler", () -> cases.start("clocked", Map.of("title", "页面上的时限")))
                .caseId();
    }

    private WorkCalendarView calendarPage(String address) {
        return opened(new WorkCalendarView(calendars, clockCalendar, time), address, Map.of());
    }

    private java.util.List<String> titles(Component page) {
        return find(NativeButton.class, page).all().stream()
                .map(button -> button.getTitle().orElse(""))
                .toList();
    }
}
