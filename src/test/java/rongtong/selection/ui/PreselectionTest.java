package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.html.Anchor;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.Accounts;
import rongtong.selection.application.ApplicationJourney;
import rongtong.selection.programme.ProgrammeAccess;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirements;
import rongtong.selection.round.RoundAccess;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.ui.PageTest;
import rongtong.workflow.Preselection;
import rongtong.workflow.Services;

/** From the page of a programme to a start form in which it is chosen; kindly refused where it cannot be. */
@RongtongTest
class PreselectionTest extends PageTest {

    static final String APPLY = "pilot-application";
    static final String START = "pilot-selection";
    static final String SCHOOL = "school-demo-220122-voc";
    static final String LEAD = "jl-edu.handler";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationJourney journey;

    @Autowired
    Services services;

    @Autowired
    Programmes programmes;

    @Autowired
    Retirements retirements;

    @Autowired
    ProgrammeAccess access;

    @Autowired
    ProgrammeParts parts;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundAccess roundAccess;

    @Autowired
    Accounts accounts;

    @Autowired
    Texts texts;

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

    private Preselection chosen(String person, String service, @Nullable String programme, @Nullable String track)
            throws Exception {
        var named = new HashMap<String, String>();
        Optional.ofNullable(programme).ifPresent(key -> named.put("programme", key));
        Optional.ofNullable(track).ifPresent(key -> named.put("track", key));
        return as(person, () -> services.preselect(service, named));
    }

    private String note(Preselection chosen) {
        assertThat(chosen.answers()).isEmpty();
        return texts.of(chosen.note());
    }

    @Test
    void theProgrammeAndTheTrackOfTheAddressAreChosen() throws Exception {
        var chosen = chosen(SCHOOL, APPLY, "jl-223", "school");

        assertThat(String.valueOf(chosen.answers().get("opening"))).endsWith("/school");
        assertThat(chosen.note()).isNull();
        assertThat(chosen(SCHOOL, APPLY, null, null)).isEqualTo(Preselection.NONE);
    }

    @Test
    void whatCannotBeAppliedForIsRefusedKindly() throws Exception {
        assertThat(note(chosen(SCHOOL, APPLY, "nothing'; drop", null))).contains("没有这个遴选方案");
        assertThat(note(chosen(SCHOOL, APPLY, "zj-integrated-enterprise", null)))
                .contains("现在不受理申报");
        assertThat(note(chosen(SCHOOL, APPLY, "jl-223", "region"))).contains("你单位现在不能申报", "“223”");
        assertThat(note(chosen(SCHOOL, APPLY, "jl-223", "nothing"))).contains("没有这个申报项目或类别");

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> chosen(LEAD, APPLY, "jl-223", null));
    }

    @Test
    void whereOneHasAppliedAlreadyTheFormSaysSo() throws Exception {
        var caseId = journey.begun("school-demo-220200-voc", round, "school", "已经申报的项目");

        var chosen = chosen("school-demo-220200-voc", APPLY, "jl-223", "school");

        // another test's round may be open as well: what is taken is not chosen
        assertThat(String.valueOf(chosen.answers().get("opening"))).doesNotContain(round.toString());
        journey.as("school-demo-220200-voc")
                .post("/instances/" + caseId + "/withdrawal", Map.of("reason", "只为测试，撤回"))
                .expect(200);
    }

    @Test
    @Transactional
    void theLeadDepartmentBeginsARoundOfTheProgrammeItCameFrom() throws Exception {
        assertThat(chosen(LEAD, START, "jl-223", null).answers()).containsExactly(Map.entry("programme", "jl-223"));
        assertThat(note(chosen(LEAD, START, "zj-integrated-enterprise", null))).contains("牵头汇总");

        as(LEAD, () -> retirements.retire("jl-223", "政策已经到期"));

        assertThat(note(chosen(LEAD, START, "jl-223", null))).contains("“223”", "已停用", "政策已经到期");
    }

    @Test
    void thePageOfTheProgrammeLeadsThere() throws Exception {
        as(SCHOOL, () -> {
            assertThat(addresses(detail()))
                    .contains("services/pilot-application?programme=jl-223")
                    .contains("services/pilot-application?programme=jl-223&track=school")
                    .noneMatch(address -> address.endsWith("track=region"));
            return null;
        });
        as(LEAD, () -> {
            assertThat(addresses(detail())).contains("services/pilot-selection?programme=jl-223");
            return null;
        });
    }

    private ProgrammeDetailView detail() {
        return opened(
                new ProgrammeDetailView(
                        programmes, retirements, access, parts, rounds, roundAccess, services, accounts, user, clock),
                "programmes/jl-223",
                Map.of("key", "jl-223"));
    }

    private List<String> addresses(ProgrammeDetailView view) {
        return find(Anchor.class, view).all().stream().map(Anchor::getHref).toList();
    }
}
