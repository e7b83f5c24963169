package rongtong.factory.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import rongtong.factory.register.FactoryRegister.Bar;
import tools.jackson.databind.json.JsonMapper;

/** Bars of state assets put in beside returns filed. */
class FactoryChart extends Composite<Div> {

    private static final String ECHARTS = "context://_static/echarts/6.0.0/dist/echarts.common.min.js";

    private final String title;
    private final transient List<Bar> bars;

    /** @param title key of its title */
    FactoryChart(String title, List<Bar> bars) {
        this.title = title;
        this.bars = bars;
        getContent().addClassName("ledger-chart");
        getContent().getElement().setAttribute("role", "img");
        getContent().getElement().setAttribute("aria-label", getTranslation(title));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var page = event.getUI().getPage();
        page.addJavaScript(ECHARTS);
        page.addJavaScript("context://rongtong-ledger.js");
        var data = new LinkedHashMap<String, Object>();
        data.put("title", getTranslation(title));
        data.put("demandName", getTranslation("factory.chart.assets"));
        data.put("supplyName", getTranslation("factory.chart.returns"));
        data.put("names", bars.stream().map(Bar::label).toList());
        data.put("demand", bars.stream().map(Bar::assetValue).toList());
        data.put("supply", bars.stream().map(Bar::returns).toList());
        getContent()
                .getElement()
                .executeJs(
                        "window.rongtongLedger.draw(this, $0)",
                        JsonMapper.shared().writeValueAsString(data));
    }
}
