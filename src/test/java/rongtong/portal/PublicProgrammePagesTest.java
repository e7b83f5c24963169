package rongtong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirements;
import rongtong.selection.round.Rounds;
import rongtong.selection.ui.ProgrammeParts;
import rongtong.shared.NotFound;
import rongtong.ui.PageTest;

/** What everybody sees of programmes. */
@RongtongTest
@ViewPackages(classes = PublicProgrammeListView.class)
@Transactional
class PublicProgrammePagesTest extends PageTest {

    @Autowired
    Programmes programmes;

    @Autowired
    Retirements retirements;

    @Autowired
    ProgrammeParts parts;

    @Autowired
    Rounds rounds;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc calls;

    private PublicProgrammeDetailView detail(String key) {
        return opened(
                new PublicProgrammeDetailView(programmes, retirements, parts, rounds, clock),
                "public/programmes/" + key,
                Map.of("key", key));
    }

    private void round(String status, String title) {
        jdbc.sql("""
                        insert into selection.round
                            (case_id, programme, version, title, province, organ, status, opens_at, closes_at, created_at)
                        values (?, 'ln-national-pilot', 1, ?, 'LN', 'LN-DRC', ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        title,
                        status,
                        Timestamp.from(clock.instant().minus(Duration.ofDays(1))),
                        Timestamp.from(clock.instant().plus(Duration.ofDays(9))),
                        Timestamp.from(clock.instant()))
                .update();
    }

    @Test
    @DisplayName("R-GB-03 R-LN-03 R-ZJ-10 conditions, criteria and weights need no account")
    void needNoAccount() throws Exception {
        calls.perform(get("/public/programmes")).andExpect(status().isOk());
        calls.perform(get("/public/programmes/jl-223")).andExpect(status().isOk());
        assertThat(text(detail("zj-integrated-enterprise")))
                .contains("浙江省的企业", "30%", "2%—3%", "300个以上", "不是文件的规定", "查看申报表的内容");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> detail("nothing"));
    }

    @Test
    void theListFindsByName() {
        var view = shown(new PublicProgrammeListView(programmes, retirements, parts, rounds, clock));
        assertThat(text(view)).contains("职业教育产教融合“223”计划", "实训基地考核认定");

        find(TextField.class, view).single().setValue("联盟");

        assertThat(text(view)).contains("省级示范性产教融合联盟").doesNotContain("“223”");
    }

    @Test
    void theCallIsShownWhileItIsOpenAndWhatIsNotIssuedIsNot() {
        round("PREPARED", "会签中的通知");
        assertThat(text(detail("ln-national-pilot"))).contains("还没有开展过遴选").doesNotContain("会签中的通知");

        round("OPEN", "2026年度遴选");
        var open = detail("ln-national-pilot");
        assertThat(text(open)).contains("正在受理申报：2026年度遴选", "登录后申报");
        assertThat(find(Anchor.class, open).withText("登录后申报").single().getHref())
                .isEqualTo("/services/pilot-application?programme=ln-national-pilot");
        assertThat(text(shown(new PublicProgrammeListView(programmes, retirements, parts, rounds, clock))))
                .contains("正在受理申报：2026年度遴选");
    }
}
