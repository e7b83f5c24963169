package rongtong.factory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.RongtongTest;
import rongtong.factory.FactoryJourney;
import rongtong.factory.register.FactoryFilter;
import rongtong.factory.register.FactoryRegister;
import rongtong.factory.register.FactoryRow;
import rongtong.factory.register.FactorySheets;
import rongtong.identity.CurrentUser;
import rongtong.organization.Regions;

/** The pages of the register with the real register, without a browser. */
@RongtongTest
@ViewPackages(classes = FactoryListView.class)
class FactoryPagesTest extends BrowserlessTest {

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

    @Autowired
    CurrentUser user;

    UUID factory;

    @BeforeEach
    void registerOne() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        journey.at(port);
        factory = journey.as(FactoryJourney.SCHOOL)
                .get("/factories?q=页面工厂")
                .get("items")
                .valueStream()
                .map(row -> UUID.fromString(row.get("id").asString()))
                .findFirst()
                .orElseGet(() -> journey.registered("页面工厂"));
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theListHasItsSums() throws Exception {
        user.runAs("jl-fin.handler", () -> {
            var view = new FactoryListView(register, sheets, regions);
            UI.getCurrent().add(view);
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
        user.runAs(FactoryJourney.SCHOOL, () -> {
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

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
