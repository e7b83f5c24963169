package rongtong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.alliance.FoundingStages;
import rongtong.alliance.register.Register;
import rongtong.alliance.ui.AllianceParts;
import rongtong.ui.PageTest;

/** What everybody sees. */
@RongtongTest
@ViewPackages(classes = PublicAllianceListView.class)
@Transactional
class PublicPagesTest extends PageTest {

    @Autowired
    Register register;

    @Autowired
    AllianceParts parts;

    @Autowired
    FoundingStages stages;

    @Autowired
    MockMvc calls;

    @Test
    void needNoAccount() throws Exception {
        for (var page : List.of(PublicAllianceListView.class, PublicAllianceDetailView.class, PublicLayout.class)) {
            assertThat(page).hasAnnotation(AnonymousAllowed.class);
        }
        calls.perform(get("/public")).andExpect(status().isOk());
        calls.perform(get("/public/alliances/LN-2017-001")).andExpect(status().isOk());
    }

    @Test
    void listAllAlliancesAndFindThemByName() {
        var view = shown(new PublicAllianceListView(register));
        assertThat(links(view)).contains("辽宁省装备制造产业校企联盟", "辽西北现代服务业校企联盟");

        below(view)
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow()
                .setValue("仪器仪表");

        assertThat(links(view)).containsExactly("辽宁省仪器仪表产业校企联盟");
    }

    @Test
    void showNoPersonAndNoPhoneToAnybody() throws Exception {
        var number = stages.registered();

        as("ln-edu.handler", () -> {
            var alliance = register.publicView(number);
            var shown = Stream.of(
                            parts.members(alliance),
                            parts.council(alliance),
                            parts.resolutions(alliance),
                            parts.charters(alliance))
                    .map(PageTest::text)
                    .reduce("", String::concat);
            assertThat(shown)
                    .contains("理事长单位", "指导思想", "赞成 3")
                    .doesNotContain("张联络", "主要负责人", "024-", "秘书长某", "部门人员处长");
            return null;
        });
    }

    private static List<String> links(Component view) {
        return below(view)
                .filter(Anchor.class::isInstance)
                .map(link -> ((Anchor) link).getText())
                .toList();
    }

    private static Stream<Component> below(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(PublicPagesTest::below));
    }
}
