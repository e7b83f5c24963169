package rongtong.factory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.factory.FactoryJourney;
import rongtong.factory.register.FactoryFilter;
import rongtong.factory.register.FactoryRegister;
import rongtong.factory.register.FactoryRow;
import rongtong.factory.register.FactorySheets;
import rongtong.organization.Regions;
import rongtong.ui.PageTest;

/** The pages of the register with the real register, without a browser. */
@RongtongTest
class FactoryPagesTest extends PageTest {

    @LocalServerPort
    int port;

    @Autowired
    FactoryJourney journey;

    @Autowired
    FactoryRegister register;

    @Autowired
    FactorySheets sheets;

    @Autowired
    FactoryParts parts;

    @Autowired
    Regions regions;

    UUID factory;

    @BeforeEach
    void registerOne() {
        journey.at(port);
        factory = journey.as(FactoryJourney.SCHOOL)
                .get("/factories?q=页面工厂")
                .get("items")
                .valueStream()
                .map(row -> UUID.fromString(row.get("id").asString()))
                .findFirst()
                .orElseGet(() -> journey.registered("页面工厂"));
    }

    @Test
    void theListHasItsSums() throws Exception {
        as("jl-fin.handler", () -> {
            var view = shown(new FactoryListView(register, sheets, regions));
            var totals = register.totals(FactoryFilter.ALL);
            assertThat(totals.factories()).isPositive();
            assertThat(names(view)).contains("页面工厂");
            var out = new ByteArrayOutputStream();
            sheets.export(FactoryFilter.ALL, out);
            assertThat(out.toByteArray()).startsWith((byte) 'P', (byte) 'K');
            assertThat(register.byCity(FactoryFilter.ALL))
                    .extracting(bar -> bar.label())
                    .contains("吉林市");
            assertThat(register.byYear(FactoryFilter.ALL)).isNotEmpty();
            return null;
        });
    }

    @Test
    void onePageShowsAssetsPlansAndApprovals() throws Exception {
        as(FactoryJourney.SCHOOL, () -> {
            var view = register.get(factory);
            assertThat(text(parts.facts(view)))
                    .contains("吉林市教育局")
                    .contains("吉林市财政局")
                    .contains("学校独资");
            assertThat(text(parts.assets(view))).contains("数控机床").contains("100.00");
            assertThat(text(parts.incomes(view))).contains("还没有报送收益");
            assertThat(text(parts.values(view))).contains("没有预警");
            assertThat(text(parts.entries(view))).contains("新建投资").contains("批〔");
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Component view) {
        var grid = (Grid<FactoryRow>)
                view.getChildren().filter(Grid.class::isInstance).findFirst().orElseThrow();
        return grid.getGenericDataView().getItems().map(FactoryRow::name).toList();
    }
}
