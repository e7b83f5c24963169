package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.selection.application.ApplicationJourney;
import rongtong.selection.application.ApplicationSearch;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.programme.Programmes;
import rongtong.selection.register.RecognitionFixtures;
import rongtong.selection.register.Recognitions;
import rongtong.selection.round.RoundAccess;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;
import rongtong.ui.Formats;
import rongtong.ui.PageTest;
import rongtong.workflow.Cases;

/** What the pages show of applications, without a browser. */
@RongtongTest
class ApplicationPagesTest extends PageTest {

    static final String SCHOOL = "school-demo-220122-voc";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationJourney journey;

    @Autowired
    ApplicationParts parts;

    @Autowired
    ApplicationCasePanel panel;

    @Autowired
    Recognitions recognitions;

    @Autowired
    RecognitionFixtures fixtures;

    @Autowired
    ApplicationSearch search;

    @Autowired
    PilotApplications applications;

    @Autowired
    Programmes programmes;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundAccess access;

    @Autowired
    Cases cases;

    @Autowired
    Clock clock;

    UUID round;

    @BeforeEach
    void open() {
        journey.at(port);
        round = journey.open("jl-223", Duration.ofDays(3));
    }

    @AfterEach
    void forget() {
        journey.forget(round);
    }

    @Test
    void theWindowSaysTheServersTimeAndWhatIsLeft() throws Exception {
        var caseId = journey.begun(SCHOOL, round, "school", "页面上的窗口");

        var shown = as(SCHOOL, () -> text(shown(parts.window(applications.get(UUID.fromString(caseId))))));

        assertThat(shown).contains("服务器时间").contains("截止时间").containsPattern("2 天 23:5\\d:\\d\\d");
        journey.close(round, clock.instant().minusSeconds(1));
        assertThat(as(SCHOOL, () -> text(shown(parts.window(applications.get(UUID.fromString(caseId)))))))
                .contains("已经截止");
    }

    @Test
    void theReceiptIsForTheApplicantTheOpinionsForDepartments() throws Exception {
        var caseId = journey.submitted(SCHOOL, round, "页面上的回执");
        journey.recommend("jl-220122-edu", caseId, 3);
        var application = applications.get(UUID.fromString(caseId));

        var receipt = as(SCHOOL, () -> text(shown(parts.standing(application))));
        assertThat(receipt)
                .contains(application.receipt())
                .contains("(UTC+08:00)")
                .containsPattern("[0-9a-f]{64}")
                .contains("已提交");
        assertThat(as(SCHOOL, () -> parts.recommended(application))).isEmpty();
        assertThat(as(SCHOOL, () -> text(shown(parts.partners(application)))))
                .contains("长春启明机电制造有限公司")
                .doesNotContain("尚未核对");
        assertThat(as(
                        "jl-edu.handler",
                        () -> text(shown(parts.recommended(application).getFirst()))))
                .contains("农安县教育局")
                .contains("3")
                .contains("同意推荐");
        assertThat(as("jl-edu.handler", () -> text(shown(parts.partners(application)))))
                .contains("尚未核对");
        assertThat(as("jl-edu.handler", () -> text(shown(parts.text(application)))))
                .contains("三年内建成两个产业学院");
    }

    @Test
    void whatWasSelectedStandsAsItsEntryInTheRegisterDoesToday() throws Exception {
        var finished = fixtures.round("jl-223");
        var id = fixtures.application(finished, "school", RecognitionFixtures.SCHOOL, "SELECTED");
        var selected = applications.get(id);
        assertThat(as(SCHOOL, () -> text(shown(parts.standing(selected)))))
                .as("decided, not entered yet")
                .contains("已经入选；");

        var entry = recognitions.get(recognitions.enterApplication(id));
        assertThat(as(SCHOOL, () -> text(shown(parts.standing(selected)))))
                .contains("已经入选并登记入册，有效期至" + Formats.day(entry.validTo()), entry.number());
        recognitions.rectify(entry.id());
        assertThat(as(SCHOOL, () -> text(shown(parts.standing(selected))))).contains("入选，整改中", "登记继续有效");

        recognitions.withdraw(entry.id(), "资金没有到位。");
        var today = Formats.day(LocalDate.now(clock));
        as(SCHOOL, () -> {
            var standing = shown(parts.standing(selected));
            assertThat(text(standing))
                    .contains("入选后已撤销", "入选后已于" + today + "撤销，不再有效")
                    .doesNotContain("已经入选");
            assertThat(find(Anchor.class, standing).single().getHref()).isEqualTo("pilots/" + entry.id());
            return null;
        });
        read(Locale.ENGLISH);
        assertThat(as(SCHOOL, () -> text(shown(parts.standing(selected)))))
                .contains("Selected, then withdrawn", "withdrawn on");
    }

    @Test
    void whoWithdrawsReadsWhetherItCanBeHandedInAgain() throws Exception {
        var caseId = journey.begun(SCHOOL, round, "school", "撤回之前");
        var closes = Formats.moment(rounds.get(round).closesAt());

        assertThat(afterWithdrawal(caseId)).isEqualTo("申报期至%s，此前可以重新申报，并沿用已写的内容。".formatted(closes));
        journey.close(round, clock.instant().minusSeconds(1));
        assertThat(afterWithdrawal(caseId)).isEqualTo("本轮申报期已过，撤回后不能再参加本轮遴选。");
        journey.as(SCHOOL)
                .post("/instances/" + caseId + "/withdrawal", Map.of("reason", "条件有变"))
                .expect(200);
        assertThat(as(SCHOOL, () -> text(shown(parts.standing(applications.get(UUID.fromString(caseId)))))))
                .contains("申报已经撤回。本轮申报期已过");
    }

    private String afterWithdrawal(String caseId) throws Exception {
        return as(SCHOOL, () -> panel.afterWithdrawal(cases.get(UUID.fromString(caseId))))
                .orElseThrow();
    }

    @Test
    void everythingIsThereInEnglish() throws Exception {
        var caseId = journey.submitted(SCHOOL, round, "页面上的英文");
        read(Locale.ENGLISH);

        var shown = as(
                "jl-edu.handler",
                () -> text(shown(parts.standing(applications.get(UUID.fromString(caseId)))))
                        + text(shown(parts.window(applications.get(UUID.fromString(caseId))))));

        assertThat(shown)
                .contains("Received; recommendation and checks are going on.")
                .contains("Server time")
                .contains("Vocational schools and groups")
                .doesNotContain("selection.");
    }

    @Test
    void aCaseThatWaitsSaysForWhat() throws Exception {
        var caseId = journey.submitted(SCHOOL, round, "页面上的等待");
        assertThat(as(SCHOOL, () -> cases.get(UUID.fromString(caseId)).waits())).isEmpty();

        journey.recommend("jl-220122-edu", caseId, 1);
        journey.recommend("jl-city-cc", caseId, 1);
        journey.accept(caseId);

        assertThat(as(SCHOOL, () -> cases.get(UUID.fromString(caseId)).waits())).containsExactly("等待联合审定");
        read(Locale.ENGLISH);
        assertThat(as(SCHOOL, () -> cases.get(UUID.fromString(caseId)).waits()))
                .containsExactly("Wait for the joint decision");
    }

    @Test
    void theListCountsWhatThePersonMaySee() throws Exception {
        journey.submitted(SCHOOL, round, "列表中的申报");
        var address = Map.of("key", "jl-223", "round", round.toString());

        assertThat(as("jl-edu.handler", () -> text(opened(view(), "", address))))
                .contains("共 1 份");
        assertThat(as("school-demo-220200-voc", () -> list())).contains("共 0 份");
        assertThat(as(SCHOOL, () -> list())).contains("共 1 份");
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        as("jl-edu.handler", () -> opened(view(), "", Map.of("key", "jl-223", "round", "x"))))
                .isInstanceOf(NotFound.class);
    }

    private String list() {
        var found = rounds.get(round);
        return text(shown(new ApplicationList(search, programmes.get("jl-223", 1), found)));
    }

    private ApplicationListView view() {
        return new ApplicationListView(rounds, access, programmes, search);
    }
}
