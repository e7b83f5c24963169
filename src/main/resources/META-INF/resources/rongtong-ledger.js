/* Draws demand against supply as bars with ECharts. */
window.rongtongLedger = {
    draw(element, text) {
        if (!window.echarts) {
            return;
        }
        const data = JSON.parse(text);
        const style = getComputedStyle(document.documentElement);
        const color = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
        if (element.chart) {
            element.chart.dispose();
        }
        const chart = echarts.init(element, null, { renderer: 'svg' });
        element.chart = chart;
        const font = getComputedStyle(document.body).fontFamily;
        chart.setOption({
            animation: false,
            textStyle: { fontFamily: font },
            color: [color('--lumo-primary-color', '#1f5fb0'), '#d88a1d'],
            title: { left: 0, top: 0, text: data.title, textStyle: { fontSize: 13, fontWeight: 600, fontFamily: font } },
            legend: { right: 0, top: 0, bottom: 'auto', data: [data.demandName, data.supplyName] },
            tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
            grid: { left: 4, right: 12, top: 40, bottom: 4, containLabel: true },
            xAxis: {
                type: 'category',
                data: data.names,
                axisLabel: { interval: 0, rotate: data.names.length > 8 ? 35 : 0, fontSize: 11 },
            },
            yAxis: { type: 'value' },
            series: [
                { name: data.demandName, type: 'bar', data: data.demand, barMaxWidth: 22 },
                { name: data.supplyName, type: 'bar', data: data.supply, barMaxWidth: 22 },
            ],
        });
        if (!element.sizeObserver) {
            element.sizeObserver = new ResizeObserver(() => element.chart && element.chart.resize());
            element.sizeObserver.observe(element);
        }
    },
};
