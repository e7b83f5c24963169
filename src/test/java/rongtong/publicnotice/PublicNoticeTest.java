package rongtong.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.robot.Walker;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.Cases;
import rongtong.workflow.ProcessMonitor;
import rongtong.workflow.TimelineEntry;
import rongtong.workflow.clock.ClockView;
import rongtong.workflow.clock.Clocks;

/** Notices and objections of the test process {@code noticed} from end to end (default D6), with the clock moved. */
@RongtongTest
class PublicNoticeTest {

    @Autowired
    MovableClock time;

    @Autowired
    NoticeJourney journey;

    @Autowired
    PublicNotices notices;

    @Autowired
    Objections objections;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessMonitor monitor;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void monday() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        time.setTo("2026-11-23T10:00:00");
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void d6RunsFiveWorkingDaysUntilTheEndOfTheLast() {
        var notice = journey.published("五个工作日的公示");

        assertThat(notice.number()).matches("辽教公示〔2026〕\\d+号");
        assertThat(notice.state()).isEqualTo(NoticeState.RUNNING);
        assertThat(notice.firstDay()).isEqualTo("2026-11-24");
        assertThat(notice.lastDay()).isEqualTo("2026-11-30");
        assertThat(notice.daysLeft()).isEqualTo(5);
        assertThat(notice.headings()).containsExactly("领域", "类别");
        assertThat(notice.entries())
                .extracting(Notice.Entry::organization)
                .containsExactly("沈阳工业大学", "大连理工大学", "鞍山师范学院");
        assertThat(notice.entries().getFirst().texts()).containsExactly("装备制造", "省级试点");
        // midnight of 30 November in China
        assertThat(journey.timer(notice).getDuedate()).isEqualTo(Date.from(Instant.parse("2026-11-30T16:00:00Z")));

        time.setTo("2026-12-01T00:00:00");
        journey.periodEnds(notice);

        var closed = journey.now(notice);
        assertThat(closed.state()).isEqualTo(NoticeState.CLOSED);
        assertThat(closed.lastDay()).isEqualTo("2026-11-30");
        assertThat(upheldVariable(notice)).isFalse();
        assertThat(actions(notice)).containsSubsequence("notice-published", "notice-closed");
    }

    @Test
    void d6CountsOverNationalDayByTheCalendar() {
        time.setTo("2026-09-28T10:00:00");

        var notice = journey.published("国庆节前的公示");

        // 29, 30 September; 8, 9 October and Saturday the 10th, which makes up for the holiday
        assertThat(notice.firstDay()).isEqualTo("2026-09-29");
        assertThat(notice.lastDay()).isEqualTo("2026-10-10");
    }

    @Test
    void anObjectionThatIsRejectedOnlyPutsTheEndOff() {
        var notice = journey.published("异议不成立的公示");
        time.setTo("2026-11-25T09:00:00");
        var filed = journey.object(notice, 2, "198.51.100.1");

        assertThat(filed.number()).matches("异〔2026〕\\d{4}号");
        assertThat(filed.answerBy()).isEqualTo("2026-12-02");
        assertThat(journey.now(notice).stopped()).isTrue();
        assertThat(journey.timer(notice)).isNull();
        assertThat(notices.openObjections(notice.id())).hasSize(1);

        time.setTo("2026-11-30T15:00:00");
        journey.answer(filed, "REJECTED");

        var goingOn = journey.now(notice);
        assertThat(goingOn.stopped()).isFalse();
        // three working days (26, 27, 30 November) counted for the objection
        assertThat(goingOn.lastDay()).isEqualTo("2026-12-03");
        assertThat(journey.timer(notice).getDuedate()).isEqualTo(Date.from(Instant.parse("2026-12-03T16:00:00Z")));
        assertThat(notices.openObjections(notice.id())).isEmpty();
        var progress = objections.progress(filed.link(), NoticeJourney.somewhere());
        assertThat(progress.state()).isEqualTo(ObjectionState.REJECTED);
        assertThat(progress.answer()).contains("以申报截止日为准");
        assertThat(progress.document()).matches("辽教异复〔2026〕\\d+号");

        time.setTo("2026-12-04T00:00:00");
        journey.periodEnds(notice);
        assertThat(upheldVariable(notice)).isFalse();
        assertThat(notices.upheld(notice.id())).isEmpty();
    }

    @Test
    void anObjectionThatIsUpheldChangesTheListByARecordedDecision() {
        var notice = journey.published("异议成立的公示");
        var filed = journey.object(notice, 2, "198.51.100.2");
        var whole = journey.object(notice, null, "198.51.100.2");

        journey.answer(filed, "UPHELD");
        assertThat(journey.now(notice).stopped()).isTrue();
        journey.answer(whole, "UPHELD");
        assertThat(journey.now(notice).stopped()).isFalse();
        time.setTo("2026-12-01T00:00:00");
        journey.periodEnds(notice);

        assertThat(upheldVariable(notice)).isTrue();
        var upheld = notices.upheld(notice.id());
        assertThat(upheld).hasSize(2);
        assertThat(upheld.getFirst().entry().subject()).isEqualTo("application-2");
        assertThat(upheld.getFirst().objection()).isEqualTo(filed.number());
        assertThat(upheld.getFirst().decidedBy()).isEqualTo(NoticeJourney.LEADER);
        assertThat(upheld.getFirst().reason()).contains("经核实");
        assertThat(upheld.getLast().entry()).isNull();
        // the published list itself stays as it was
        assertThat(journey.now(notice).entries()).hasSize(3);
    }

    @Test
    void afterADecisionASupplementaryNoticeRefersToTheFormer() {
        var notice = journey.published("先行公示");
        time.setTo("2026-12-01T00:00:00");
        journey.periodEnds(notice);

        journey.complete(NoticeJourney.HANDLER, notice.caseId(), Map.of("next", "AGAIN"));

        var both = notices.of(notice.caseId());
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().state()).isEqualTo(NoticeState.CLOSED);
        assertThat(both.getLast().state()).isEqualTo(NoticeState.RUNNING);
        assertThat(both.getLast().former()).isEqualTo(notice.id());
        assertThat(both.getLast().workingDays()).isEqualTo(7);
        // seven working days after 1 December
        assertThat(both.getLast().lastDay()).isEqualTo("2026-12-10");
        assertThat(both.getFirst().lastDay()).isEqualTo("2026-11-30");

        time.setTo("2026-12-11T00:00:00");
        journey.periodEnds(both.getLast());
        journey.complete(NoticeJourney.HANDLER, notice.caseId(), Map.of("next", "DONE"));
        assertThat(journey.as(NoticeJourney.HANDLER, () -> cases.get(notice.caseId()))
                        .row()
                        .status())
                .isEqualTo(CaseStatus.COMPLETED);
    }

    @Test
    void whatIsNotAcceptedIsAnsweredWithTheReason() {
        var notice = journey.published("不予受理的公示");
        var filed = journey.object(notice, 1, "198.51.100.3");

        journey.refuse(filed);

        var progress = objections.progress(filed.link(), NoticeJourney.somewhere());
        assertThat(progress.state()).isEqualTo(ObjectionState.REFUSED);
        assertThat(progress.answer()).isEqualTo("未使用真实姓名。");
        assertThat(progress.document()).isNotNull();
        assertThat(journey.now(notice).stopped()).isFalse();
        assertThat(notices.upheld(notice.id())).isEmpty();
    }

    @Test
    void theObjectorTakesItBackByThePrivateLink() {
        var notice = journey.published("撤回异议的公示");
        var filed = journey.object(notice, 1, "198.51.100.4");
        journey.investigate(filed);

        objections.withdraw(filed.link(), NoticeJourney.somewhere());

        assertThat(objections.progress(filed.link(), NoticeJourney.somewhere()).state())
                .isEqualTo(ObjectionState.WITHDRAWN);
        assertThat(objections.progress(filed.link(), NoticeJourney.somewhere()).document())
                .isNull();
        assertThat(journey.now(notice).stopped()).isFalse();
        assertThat(journey.as(NoticeJourney.HANDLER, () -> cases.get(journey.caseOf(filed)))
                        .row()
                        .status())
                .isEqualTo(CaseStatus.COMPLETED);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> objections.withdraw(filed.link(), NoticeJourney.somewhere()))
                .withMessageContaining("publicnotice.objection.closed");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> objections.progress("no-such-link", NoticeJourney.somewhere()));
    }

    @Test
    void theLastSecondIsInTimeAndMidnightIsNot() {
        var notice = journey.published("最后一刻的公示");

        time.setTo("2026-11-30T23:59:59.500");
        var filed = journey.object(notice, 3, "198.51.100.5");
        assertThat(journey.timer(notice)).isNull();
        time.setTo("2026-12-01T09:00:00");
        objections.withdraw(filed.link(), NoticeJourney.somewhere());
        // a day of the period was used by the objection: 1 December is the last now
        assertThat(journey.now(notice).lastDay()).isEqualTo("2026-12-01");

        time.setTo("2026-12-02T00:00:00");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> journey.object(notice, 3, "198.51.100.5"))
                .withMessageContaining("publicnotice.over");
        journey.periodEnds(notice);
        assertThat(journey.now(notice).state()).isEqualTo(NoticeState.CLOSED);
    }

    @Test
    void whileOneIsDealtWithOthersAreHeardAndThePeriodWaitsForAll() {
        var notice = journey.published("两件异议的公示");
        var first = journey.object(notice, 1, "198.51.100.6");
        // by the days of the former end it would be over; but it stands still
        time.setTo("2026-12-02T10:00:00");
        var second = journey.object(notice, 2, "198.51.100.7");

        objections.withdraw(first.link(), NoticeJourney.somewhere());
        assertThat(journey.now(notice).stopped()).isTrue();
        assertThat(notices.openObjections(notice.id()))
                .extracting(Objection::number)
                .containsExactly(second.number());
        journey.refuse(second);

        assertThat(journey.now(notice).stopped()).isFalse();
        assertThat(journey.timer(notice)).isNotNull();
        assertThat(actions(notice)).containsOnlyOnce("clock-stopped", "clock-resumed");
    }

    @RepeatedTest(3)
    void twoAtTheSameMomentStopTheClockOnce() throws Exception {
        var notice = journey.published("同时提出异议的公示");

        var done = together(
                () -> journey.object(notice, 1, "198.51.100.8"), () -> journey.object(notice, 2, "198.51.100.9"));

        assertThat(done).allMatch(FiledObjection.class::isInstance);
        assertThat(notices.openObjections(notice.id())).hasSize(2);
        assertThat(actions(notice)).containsOnlyOnce("clock-stopped");
        // and the last two answers at the same moment let it go on once
        var ends = together(
                () -> withdrawn((FiledObjection) done.getFirst()), () -> withdrawn((FiledObjection) done.getLast()));
        assertThat(ends).doesNotHaveAnyElementsOfTypes(Throwable.class);
        assertThat(journey.now(notice).stopped()).isFalse();
        assertThat(actions(notice)).containsOnlyOnce("clock-resumed");
    }

    @RepeatedTest(5)
    void ofTheTimerAndAnObjectionAtTheSameMomentOneHasEffect() throws Exception {
        var notice = journey.published("与计时器同时的公示");
        var timer = journey.timer(notice).getId();
        time.setTo("2026-11-30T23:59:58");

        var done = together(() -> journey.object(notice, 1, "198.51.100." + UUID.randomUUID()), () -> {
            journey.fire(timer);
            return "closed";
        });

        var now = journey.now(notice);
        if (done.getFirst() instanceof FiledObjection) {
            assertThat(done.getLast()).isInstanceOf(Throwable.class);
            assertThat(now.state()).isEqualTo(NoticeState.RUNNING);
            assertThat(now.stopped()).isTrue();
            assertThat(notices.openObjections(notice.id())).hasSize(1);
        } else {
            assertThat(done).containsExactly(done.getFirst(), "closed");
            assertThat((Throwable) done.getFirst())
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("publicnotice.over");
            assertThat(now.state()).isEqualTo(NoticeState.CLOSED);
            assertThat(notices.openObjections(notice.id())).isEmpty();
        }
    }

    @RepeatedTest(3)
    void ofAWithdrawalAndADecisionAtTheSameMomentOneHasEffect() throws Exception {
        var notice = journey.published("撤回与审定同时的公示");
        var filed = journey.object(notice, 1, "198.51.100." + UUID.randomUUID());
        journey.investigate(filed);
        journey.propose(filed);

        var task = journey.openTask(journey.caseOf(filed));
        var decision = Map.<String, Object>of("objectionDecision", "UPHELD", "answerReason", "经核实，情况属实。");

        var done = together(() -> withdrawn(filed), () -> {
            journey.complete(NoticeJourney.LEADER, task, decision);
            return "decided";
        });

        assertThat(done).filteredOn(Throwable.class::isInstance).hasSize(1);
        var withdrawn = done.getFirst().equals("withdrawn");
        assertThat(done.get(withdrawn ? 1 : 0))
                .isInstanceOfAny(RuleViolation.class, SomebodyWasFirst.class, NotFound.class);
        assertThat(objections.progress(filed.link(), NoticeJourney.somewhere()).state())
                .isEqualTo(withdrawn ? ObjectionState.WITHDRAWN : ObjectionState.UPHELD);
        assertThat(notices.upheld(notice.id())).hasSize(withdrawn ? 0 : 1);
        assertThat(journey.now(notice).stopped()).isFalse();
        assertThat(actions(notice)).containsOnlyOnce("clock-resumed");
    }

    @Test
    void onlyTheLeaderOfTheOrganWithdrawsANoticeWithAReason() {
        var notice = journey.published("将被撤回的公示");
        var filed = journey.object(notice, 1, "198.51.100.10");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> withdraw(NoticeJourney.HANDLER, notice, "名单有误"));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> withdraw("ln-sti.leader", notice, "名单有误"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> withdraw(NoticeJourney.LEADER, notice, " "));
        withdraw(NoticeJourney.LEADER, notice, "名单有误");

        var withdrawn = journey.now(notice);
        assertThat(withdrawn.state()).isEqualTo(NoticeState.WITHDRAWN);
        assertThat(withdrawn.reason()).isEqualTo("名单有误");
        assertThat(variable(notice, "noticeWithdrawn")).isEqualTo(true);
        assertThatExceptionOfType(SomebodyWasFirst.class)
                .isThrownBy(() -> withdraw(NoticeJourney.LEADER, notice, "再次撤回"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> journey.object(notice, 1, "198.51.100.10"))
                .withMessageContaining("publicnotice.withdrawn");
        // what was filed before is still answered
        journey.answer(filed, "REJECTED");
        assertThat(objections.progress(filed.link(), NoticeJourney.somewhere()).document())
                .isNotNull();
    }

    @Test
    void anAdministratorWhoEndsTheCaseEndsItsNotice() {
        var notice = journey.published("案件终止的公示");
        var filed = journey.object(notice, 1, "198.51.100.12");

        cancel(notice.caseId(), "方案废止，不再遴选");

        assertThat(journey.now(notice).state()).isEqualTo(NoticeState.WITHDRAWN);
        assertThat(journey.now(notice).reason()).isEqualTo("方案废止，不再遴选");
        // who objected is answered all the same
        journey.answer(filed, "REJECTED");
        assertThat(objections.progress(filed.link(), NoticeJourney.somewhere()).document())
                .isNotNull();
    }

    @Test
    void anAdministratorWhoEndsAnObjectionLetsThePeriodGoOn() {
        var notice = journey.published("异议终止的公示");
        var filed = journey.object(notice, 1, "198.51.100.13");

        cancel(journey.caseOf(filed), "重复提交");

        assertThat(objections.progress(filed.link(), NoticeJourney.somewhere()).state())
                .isEqualTo(ObjectionState.CANCELLED);
        assertThat(journey.now(notice).stopped()).isFalse();
        assertThat(journey.timer(notice)).isNotNull();
    }

    @Test
    void aRobotDealsWithAnObjectionByItsFormsAlone() {
        for (int seed = 1; seed <= 3; seed++) {
            var filed = journey.object(journey.published("机器人办理的公示"), 1, "198.51.100.14");

            new Walker(journey.as(port, "admin"), seed)
                    .walk(journey.caseOf(filed).toString());

            assertThat(objections
                            .progress(filed.link(), NoticeJourney.somewhere())
                            .document())
                    .isNotNull();
        }
    }

    @Test
    void nobodyIsLateWhenAPeriodIsOver() {
        var notice = journey.published("期满的公示");
        time.setTo("2026-12-01T00:03:00");

        clocks.escalateOverdue();

        assertThat(actions(notice)).doesNotContain("overdue");
        journey.periodEnds(notice);
    }

    @Test
    void whoIsLateWithTheAnswerIsTold() {
        var notice = journey.published("逾期答复的公示");
        var filed = journey.object(notice, 1, "198.51.100.11");
        time.setTo("2026-12-02T10:00:00");

        clocks.escalateOverdue();

        var timeline = journey.as(NoticeJourney.HANDLER, () -> cases.get(journey.caseOf(filed)))
                .timeline();
        assertThat(timeline).extracting(TimelineEntry::action).contains("received-from-public", "overdue");
        assertThat(clocks.of(journey.caseOf(filed)))
                .extracting(ClockView::limit)
                .containsExactly(5);
    }

    @Test
    void aListWithoutLinesOrWithALineTwiceIsRefused() {
        var draft = NoticedSteps.draft(UUID.randomUUID(), "有误的公示", 5, null);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> notices.prepare(with(draft, 5, List.of())))
                .withMessageContaining("publicnotice.no-entries");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> notices.prepare(with(
                        draft,
                        5,
                        List.of(draft.entries().getFirst(), draft.entries().getFirst()))))
                .withMessageContaining("publicnotice.entry-twice");
    }

    @Test
    void d6AllowsFiveToSevenWorkingDays() {
        var draft = NoticedSteps.draft(UUID.randomUUID(), "期限有误的公示", 5, null);
        for (var days : List.of(4, 8)) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> notices.prepare(with(draft, days, draft.entries())))
                    .withMessageContaining("publicnotice.days");
        }
        var id = notices.prepare(with(draft, 6, draft.entries()));
        assertThat(notices.find(id).orElseThrow().workingDays()).isEqualTo(6);
        // a draft is nobody's business
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> notices.published(id.toString()));
    }

    private static NoticeDraft with(NoticeDraft draft, int days, List<NoticeDraft.Entry> entries) {
        return new NoticeDraft(
                draft.caseId(),
                draft.organ(),
                draft.title(),
                null,
                draft.introduction(),
                draft.clause(),
                days,
                "",
                null,
                entries);
    }

    private void withdraw(String person, Notice notice, String reason) {
        journey.as(person, () -> {
            notices.withdraw(notice.id(), reason);
            return true;
        });
    }

    private void cancel(UUID caseId, String reason) {
        journey.as("admin", () -> {
            monitor.cancel(caseId, reason);
            return true;
        });
    }

    private String withdrawn(FiledObjection filed) {
        objections.withdraw(filed.link(), NoticeJourney.somewhere());
        return "withdrawn";
    }

    private List<String> actions(Notice notice) {
        return jdbc.sql("select action from workflow.timeline where case_id = ? order by id")
                .param(notice.caseId())
                .query(String.class)
                .list();
    }

    private boolean upheldVariable(Notice notice) {
        return (boolean) variable(notice, "objectionsUpheld");
    }

    private Object variable(Notice notice, String name) {
        return runtime.createVariableInstanceQuery()
                .processInstanceIdIn(jdbc.sql("select process_instance from workflow.case_file where id = ?")
                        .param(notice.caseId())
                        .query(String.class)
                        .single())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    /** Both at once. @return what each answered or threw */
    private static List<Object> together(Callable<?> one, Callable<?> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = new ArrayList<Object>();
            var running = List.of(one, other).stream()
                    .map(work -> threads.submit(() -> {
                        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
                        barrier.await();
                        try {
                            return (Object) work.call();
                        } catch (Exception thrown) {
                            return thrown;
                        }
                    }))
                    .toList();
            for (var result : running) {
                both.add(result.get());
            }
            return both;
        }
    }
}
