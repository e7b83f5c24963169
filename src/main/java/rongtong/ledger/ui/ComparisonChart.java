package rongtong.ledger.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rongtong.ledger.Consolidation;
import rongtong.ledger.TalentLevel;
import tools.jackson.databind.json.JsonMapper;

/** Two bar charts of demand against supply: talent by level, and everything by field, the largest demand first. */
class ComparisonChart extends Composite<Div> {

    private static final int FIELDS_SHOWN = 16;
    private static final String ECHARTS = "context://_static/echarts/6.0.0/dist/echarts.common.min.js";

    private final transient Consolidation consolidation;

    private final Div levels = new Div();
    private final Div fields = new Div();

    ComparisonChart(Consolidation consolidation) {
        this.consolidation = consolidation;
        getContent().addClassName("ledger-charts");
        levels.addClassName("ledger-chart");
        fields.addClassName("ledger-chart");
        levels.getElement().setAttribute("role", "img");
        levels.getElement().setAttribute("aria-label", getTranslation("ledger.pages.chart.levels"));
        fields.getElement().setAttribute("role", "img");
        fields.getElement().setAttribute("aria-label", getTranslation("ledger.pages.chart.fields"));
        getContent().add(levels, fields);
    }

    /** Sums of both sides under one name. */
    private record Bar(String name, long demand, long supply) {

        Bar plus(Bar other) {
            return new Bar(name, demand + other.demand, supply + other.supply);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var page = event.getUI().getPage();
        page.addJavaScript(ECHARTS);
        page.addJavaScript("context://rongtong-ledger.js");
        draw(levels, "ledger.pages.chart.levels", levelBars());
        draw(fields, "ledger.pages.chart.fields", fieldBars());
    }

    private void draw(Div canvas, String title, List<Bar> bars) {
        var names = bars.stream().map(Bar::name).toList();
        var data = new LinkedHashMap<String, Object>();
        data.put("title", getTranslation(title));
        data.put("demandName", getTranslation("ledger.side.DEMAND"));
        data.put("supplyName", getTranslation("ledger.side.SUPPLY"));
        data.put("names", names);
        data.put("demand", bars.stream().map(Bar::demand).toList());
        data.put("supply", bars.stream().map(Bar::supply).toList());
        canvas.getElement()
                .executeJs(
                        "window.rongtongLedger.draw(this, $0)",
                        JsonMapper.shared().writeValueAsString(data));
    }

    private List<Bar> levelBars() {
        return sums(row -> row.level() == null ? "" : getTranslation("ledger.level." + row.level())).values().stream()
                .filter(bar -> !bar.name().isEmpty())
                .sorted(Comparator.comparing(bar -> place(bar.name())))
                .toList();
    }

    private int place(String levelName) {
        for (var level : TalentLevel.values()) {
            if (getTranslation("ledger.level." + level).equals(levelName)) {
                return level.ordinal();
            }
        }
        return TalentLevel.values().length;
    }

    private List<Bar> fieldBars() {
        return sums(Consolidation.Row::fieldName).values().stream()
                .sorted(Comparator.comparing(Bar::demand).reversed())
                .limit(FIELDS_SHOWN)
                .toList();
    }

    private Map<String, Bar> sums(Function<Consolidation.Row, String> name) {
        var sums = new LinkedHashMap<String, Bar>();
        for (var row : consolidation.rows()) {
            var bar = new Bar(name.apply(row), row.demand(), row.supply());
            sums.merge(bar.name(), bar, Bar::plus);
        }
        return sums;
    }
}
