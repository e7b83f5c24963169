package rongtong.alliance.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.alliance.FoundingStages;
import rongtong.alliance.register.AllianceFilter;
import rongtong.alliance.register.AllianceRow;
import rongtong.alliance.register.Register;
import rongtong.organization.Sector;
import rongtong.shared.Texts;
import rongtong.ui.PageTest;
import rongtong.workflow.CaseRow;
import rongtong.workflow.CaseView;

/** The pages of the register with the real register, without a browser. */
@RongtongTest
@Transactional
class AlliancePagesTest extends PageTest {

    @Autowired
    Register register;

    @Autowired
    AllianceParts parts;

    @Autowired
    FoundingStages stages;

    @Autowired
    Texts texts;

    @Test
    void theListShowsWhatWasFoundedBeforeTheProgram() {
        assertThat(names(shown())).contains("辽宁省装备制造产业校企联盟", "辽宁省仪器仪表产业校企联盟", "辽西北现代服务业校企联盟");
    }

    @Test
    @SuppressWarnings("unchecked")
    void sectorAndSearchNarrowTheList() {
        var view = shown();

        ((Select<Sector>) find(view, Select.class)).setValue(Sector.SERVICES);
        assertThat(names(view)).contains("辽西北现代服务业校企联盟").doesNotContain("辽宁省装备制造产业校企联盟");

        ((Select<Sector>) find(view, Select.class)).setValue(null);
        find(view, TextField.class).setValue("仪器仪表");
        assertThat(names(view)).containsExactly("辽宁省仪器仪表产业校企联盟");
    }

    @Test
    void theCaseLeadsToTheEntryOnceThereIsOne() {
        var entry = register.find(AllianceFilter.parse(null, null, "装备制造产业"), 0, 1)
                .items()
                .getFirst();

        var founded = new RegisteredPanel(register, texts).create(caseWithId(entry.caseId()));
        assertThat(find(founded, Anchor.class).getHref()).isEqualTo("alliances/" + entry.number());
        assertThat(text(founded)).contains("编号 " + entry.number());

        var underWay = new RegisteredPanel(register, texts).create(caseWithId(UUID.randomUUID()));
        assertThat(underWay.isVisible()).isFalse();
    }

    private static CaseView caseWithId(UUID id) {
        var row = mock(CaseRow.class);
        when(row.id()).thenReturn(id);
        var view = mock(CaseView.class);
        when(view.row()).thenReturn(row);
        return view;
    }

    @Test
    @DisplayName("R-LNA-65 coverage is shown beside the dated target and blocks nothing")
    void coverageIsShownBesideTheDatedTarget() {
        var coverage = register.coverage("LN");

        assertThat(coverage.schools()).isGreaterThan(100);
        assertThat(coverage.schoolsCovered()).isBetween(1, coverage.schools());
        assertThat(coverage.schoolsPercent()).isLessThan(100);
        assertThat(text(shown()))
                .contains("2020 年")
                .contains(coverage.on().toString())
                .contains(coverage.schoolsCovered() + " / " + coverage.schools());
    }

    @Test
    void aPageShowsMembersCouncilCharterAndResolutionsToThoseLoggedIn() throws Exception {
        var number = stages.registered();

        as("ln-edu.handler", () -> {
            var alliance = register.get(number);
            assertThat(text(parts.members(alliance)))
                    .contains("张联络")
                    .contains("理事长单位")
                    .contains("柔性加入");
            assertThat(text(parts.council(alliance))).contains("主要负责人").contains("政府部门人员");
            assertThat(text(parts.charters(alliance))).contains("指导思想").contains("会议制度");
            assertThat(text(parts.resolutions(alliance))).contains("赞成").contains("通过");
            return null;
        });
    }

    private Component shown() {
        return shown(new AllianceListView(register, texts));
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Component view) {
        var grid = (Grid<AllianceRow>) find(view, Grid.class);
        return grid.getGenericDataView().getItems().map(AllianceRow::name).toList();
    }

    private static <T> T find(Component root, Class<T> type) {
        return below(root).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Stream<Component> below(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(AlliancePagesTest::below));
    }
}
