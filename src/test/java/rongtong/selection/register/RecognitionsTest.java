package rongtong.selection.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.register.Evaluations.Finding;
import rongtong.shared.RuleViolation;

/** The registers with the real database; what a test writes is taken back. */
@RongtongTest
@Transactional
class RecognitionsTest {

    static final String ENTERPRISE = "ent-000156";
    static final String BASE = "school-4133010343";

    @Autowired
    RecognitionFixtures fixtures;

    @Autowired
    Recognitions recognitions;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Privileges privileges;

    @Autowired
    PolicyTargets targets;

    @Autowired
    RecognitionSheets sheets;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MovableClock time;

    @Test
    void theSelectedOfARoundAreEnteredOnceWithNumbersWithoutGaps() {
        var round = fixtures.round("jl-223");
        var first = fixtures.application(round, "school", RecognitionFixtures.SCHOOL, "SELECTED");
        var second = fixtures.application(round, "school", "school-4122010847", "SELECTED");
        var reserve = fixtures.application(round, "school", "school-4122011044", "RESERVE");

        assertThat(recognitions.enter(round)).isEqualTo(2);
        assertThat(recognitions.enter(round)).as("again").isZero();

        var one = recognitions.of(first).orElseThrow();
        var two = recognitions.of(second).orElseThrow();
        var today = LocalDate.now(clock);
        assertThat(one.number()).matches("吉试点〔%d〕\\d+号".formatted(today.getYear()));
        assertThat(Math.abs(counter(one) - counter(two))).isOne();
        assertThat(one.validFrom()).isEqualTo(today);
        assertThat(one.validTo()).isEqualTo(today.plusYears(3).minusDays(1));
        assertThat(one.organ()).isEqualTo("JL-EDU");
        assertThat(one.status()).isEqualTo(RecognitionStatus.ACTIVE);
        assertThat(recognitions.of(reserve)).isEmpty();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> recognitions.enterApplication(reserve));
        assertThat(recognitions.enterApplication(first)).isEqualTo(one.id());
    }

    private static int counter(Recognition recognition) {
        return Integer.parseInt(recognition.number().replaceAll(".*〕(\\d+)号", "$1"));
    }

    @Test
    void anEntryIsWithdrawnWithItsReasonAndNeverDeleted() {
        var entry = entered("zj-training-base", "base", BASE);
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> recognitions.withdraw(entry, " "));
        recognitions.withdraw(entry, "设备已经转让");

        var withdrawn = recognitions.get(entry);
        assertThat(withdrawn.status()).isEqualTo(RecognitionStatus.WITHDRAWN);
        assertThat(withdrawn.endedReason()).isEqualTo("设备已经转让");
        assertThat(withdrawn.endedOn()).isEqualTo(LocalDate.now(clock));
        recognitions.complete(entry);
        assertThat(recognitions.get(entry).status())
                .as("what ended stays as it ended")
                .isEqualTo(RecognitionStatus.WITHDRAWN);
    }

    @Test
    void whatIsOverByItsDateIsExpired() {
        var entry = entered("zj-training-base", "base", BASE);
        jdbc.sql("update selection.recognition set valid_from = valid_from - 1200, valid_to = ? where id = ?")
                .params(LocalDate.now(clock), entry)
                .update();
        assertThat(recognitions.get(entry).status()).as("on the last day").isEqualTo(RecognitionStatus.ACTIVE);
        time.setTo(LocalDate.now(clock).plusDays(1) + "T00:30");

        assertThat(recognitions.get(entry).status()).isEqualTo(RecognitionStatus.EXPIRED);
        var filter = new RecognitionFilter(RegisterKind.BASE, null, null, RecognitionStatus.EXPIRED, BASE, null);
        assertThat(recognitions.published(filter, 0, 20).items())
                .extracting(RecognitionRow::id)
                .containsExactly(entry);
    }

    @Test
    @DisplayName("R-ZJ-25 a training base gets a subsidy only while it is recognised")
    void subsidyOnlyIfRecognised() {
        assertThat(privileges.subsidyRefusal(BASE)).isPresent();
        var entry = entered("zj-training-base", "base", BASE);
        assertThat(privileges.subsidyRefusal(BASE)).isEmpty();
        recognitions.withdraw(entry, "设备已经转让");
        assertThat(privileges.subsidyRefusal(BASE)).isPresent();
    }

    @Test
    @DisplayName("R-ZJ-34 an integrated enterprise has priority only while its entry is active")
    void priorityOnlyWhileActive() {
        assertThat(privileges.hasEnterprisePriority(ENTERPRISE)).isFalse();
        var entry = entered("zj-integrated-enterprise", "enterprise", ENTERPRISE);
        assertThat(privileges.hasEnterprisePriority(ENTERPRISE)).isTrue();
        recognitions.rectify(entry);
        assertThat(privileges.hasEnterprisePriority(ENTERPRISE)).isFalse();
        recognitions.keep(entry);
        assertThat(privileges.hasEnterprisePriority(ENTERPRISE)).isTrue();
        time.setTo(LocalDate.now(clock).plusYears(3) + "T10:00");
        assertThat(privileges.hasEnterprisePriority(ENTERPRISE)).as("expired").isFalse();
    }

    @Test
    @DisplayName("R-ZJ-33 who bears a pilot has priority in projects and funds while it is in force")
    void pilotPriority() {
        var city = "school-4122010183";
        assertThat(privileges.hasPilotPriority(city)).isFalse();
        var entry = entered("jl-223", "school", city);
        assertThat(privileges.hasPilotPriority(city)).isTrue();
        recognitions.complete(entry);
        assertThat(privileges.hasPilotPriority(city)).isFalse();
    }

    @Test
    @DisplayName("R-JL-34 R-LN-14 R-GB-14 evaluation results are referred to in later decisions")
    void resultsAreLaidBeforeLaterDecisions() {
        var school = "school-4122010186";
        var entry = entered("jl-223", "school", school);
        evaluations.add(
                entry,
                new Finding(
                        EvaluationKind.MIDTERM,
                        true,
                        "第三方机构",
                        Grade.GOOD,
                        Conclusion.KEEP,
                        "进展良好",
                        "",
                        "jl-edu.handler"));
        assertThat(evaluations.usesOf(entry)).isEmpty();

        var later = entered("jl-factory-pilot", "school", school);
        assertThat(evaluations.use(school, Purpose.FUNDING, "2027年专项资金安排")).isOne();
        assertThat(evaluations.use(school, Purpose.FUNDING, "2027年专项资金安排")).isOne();

        assertThat(evaluations.usesOf(entry))
                .extracting(use -> use.purpose() + " " + use.decision())
                .containsExactlyInAnyOrder("PILOT " + recognitions.get(later).number(), "FUNDING 2027年专项资金安排");
        assertThat(evaluations.results(school)).extracting(Evaluation::grade).containsExactly(Grade.GOOD);
    }

    @Test
    void evaluationsAreForTheOrganisationItselfAndForPublicBodies() throws Exception {
        var entry = entered("jl-223", "school", RecognitionFixtures.SCHOOL);
        evaluations.add(
                entry,
                new Finding(
                        EvaluationKind.MIDTERM,
                        false,
                        "省教育厅",
                        Grade.PASS,
                        Conclusion.KEEP,
                        "尚可",
                        "",
                        "jl-edu.handler"));
        var key = entry.toString();
        for (var reader : List.of(RecognitionFixtures.SCHOOL, "jl-edu.handler", "jl-fin.leader", "auditor")) {
            var view = user.runAs(reader, () -> recognitions.view(key));
            assertThat(view.evaluations()).as(reader).hasSize(1);
            assertThat(view.row().grade()).as(reader).isEqualTo(Grade.PASS);
        }
        for (var stranger : List.of("school-4122010183", "ent-000030", "expert-01")) {
            var view = user.runAs(stranger, () -> recognitions.view(key));
            assertThat(view.evaluationsReadable()).as(stranger).isFalse();
            assertThat(view.evaluations()).as(stranger).isEmpty();
            assertThat(user.runAs(stranger, () -> recognitions.find(of(RecognitionFixtures.SCHOOL), 0, 50))
                            .items())
                    .as(stranger)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.grade()).isNull());
        }
        assertThat(recognitions.published(of(RecognitionFixtures.SCHOOL), 0, 50).items())
                .allSatisfy(row -> assertThat(row.grade()).isNull());
        var number = recognitions.get(entry).number();
        assertThat(user.runAs("auditor", () -> recognitions.view(number)).row().id())
                .isEqualTo(entry);
    }

    private static RecognitionFilter of(String organization) {
        return RecognitionFilter.of(null, null, null, null, organization, null);
    }

    @Test
    void theListIsSearchedByNameNumberAndOrganisation() throws Exception {
        var entry = entered("jl-223", "school", RecognitionFixtures.SCHOOL);
        var number = recognitions.get(entry).number();
        for (var words : List.of("长春职业技术", number, RecognitionFixtures.SCHOOL)) {
            var found =
                    recognitions.published(RecognitionFilter.of("pilot", "JL", "jl-223", "ACTIVE", "", words), 0, 50);
            assertThat(found.items()).as(words).extracting(RecognitionRow::id).contains(entry);
        }
        assertThat(recognitions
                        .published(RecognitionFilter.of(null, "ZJ", null, null, null, number), 0, 50)
                        .items())
                .isEmpty();
        assertThat(recognitions
                        .published(RecognitionFilter.of(null, null, null, null, null, "%"), 0, 50)
                        .total())
                .isZero();
        var out = new ByteArrayOutputStream();
        user.runAs("auditor", () -> {
            sheets.export(RecognitionFilter.ALL, out);
            return null;
        });
        assertThat(out.toByteArray()).startsWith((byte) 'P', (byte) 'K');
    }

    @Test
    @DisplayName("R-JL-35 R-JL-36 R-JL-37 the register counts regions, schools and partner enterprises of the 223 plan")
    void progressOfThe223Plan() {
        var before = target("R-JL-37").reached();
        var schools = target("R-JL-36").reached();
        var round = fixtures.round("jl-223");
        var first = fixtures.application(round, "school", RecognitionFixtures.SCHOOL, "SELECTED");
        var second = fixtures.application(round, "school", "school-4122010183", "SELECTED");
        fixtures.partners(first, List.of("甲企业（测试）", "乙企业（测试）"));
        fixtures.partners(second, List.of("乙企业（测试）"));
        recognitions.enter(round);

        assertThat(target("R-JL-36").reached()).isEqualTo(schools + 2);
        assertThat(target("R-JL-37").reached()).as("each once").isEqualTo(before + 2);
        recognitions.withdraw(recognitions.of(first).orElseThrow().id(), "信用不良");
        assertThat(target("R-JL-37").reached()).isEqualTo(before + 1);
        assertThat(target("R-JL-35").amount()).isEqualTo(2);
        assertThat(target("R-JL-35").kind()).isEqualTo(Quota.Kind.EXACTLY);
        assertThat(target("R-JL-36").kind()).isEqualTo(Quota.Kind.ABOUT);
        assertThat(target("R-JL-36").year()).isNull();
    }

    @Test
    @DisplayName("R-ZJ-01 R-ZJ-02 R-ZJ-03 R-ZJ-04 R-ZJ-27 targets of a past year are data and block nothing")
    void targetsOfPastYearsBlockNothing() {
        assertThat(targets.all())
                .extracting(PolicyTarget::rule, PolicyTarget::amount)
                .contains(
                        org.assertj.core.api.Assertions.tuple("R-ZJ-01", 10),
                        org.assertj.core.api.Assertions.tuple("R-ZJ-27", 10),
                        org.assertj.core.api.Assertions.tuple("R-ZJ-02", 100),
                        org.assertj.core.api.Assertions.tuple("R-ZJ-03", 300),
                        org.assertj.core.api.Assertions.tuple("R-ZJ-04", 500));
        assertThat(target("R-ZJ-01").reached())
                .as("a reputation is in no register")
                .isNull();
        time.setTo("2027-03-01T10:00");
        var bases = target("R-ZJ-02");
        assertThat(bases.year()).isEqualTo(2025);
        var then = bases.reachedInTime();

        entered("zj-training-base", "base", BASE);
        assertThat(target("R-ZJ-02").reached()).isEqualTo(bases.reached() + 1);
        assertThat(target("R-ZJ-02").reachedInTime()).as("at the end of 2025").isEqualTo(then);
    }

    private PolicyTarget target(String rule) {
        return targets.all().stream()
                .filter(target -> target.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private UUID entered(String programme, String track, String organization) {
        var application = fixtures.application(fixtures.round(programme), track, organization, "SELECTED");
        return recognitions.enterApplication(application);
    }
}
