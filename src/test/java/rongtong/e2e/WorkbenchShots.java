package rongtong.e2e;

import com.microsoft.playwright.*;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.*;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.*;
import rongtong.selection.programme.Programmes;
import rongtong.selection.ranking.*;

@RongtongTest
class WorkbenchShots {
    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    ScoredRounds rounds;

    @Autowired
    Rankings rankings;

    @Autowired
    Proposals proposals;

    @Autowired
    Programmes programmes;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    Browser browser;
    String root;

    @Test
    void shots() throws Exception {
        Files.createDirectories(Path.of("target/screenshots"));
        root = "http://localhost:" + port;
        var programme = programmes.published("jl-223").orElseThrow();
        var empty = rounds.round(programme);
        jdbc.sql("update selection.round set status='REVIEW', title='2025年度“223”计划试点遴选' where case_id=?")
                .param(empty)
                .update();
        var round = rounds.round(programme);
        var schools = jdbc.sql(
                        "select code from organization.organization where province='JL' and kind='SCHOOL' order by code limit 26")
                .query(String.class)
                .list();
        var random = new Random(7);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < schools.size(); i++) {
            var id = rounds.application(
                    round,
                    "school",
                    schools.get(i),
                    new String[] {"装备制造", "轨道客车", "现代农业", "医药健康", "冰雪旅游", "碳纤维材料"}[i % 6] + "产教融合试点（" + (i + 1) + "）",
                    500 - i);
            ids.add(id);
            for (int e = 0; e < 5; e++) {
                double base = 92 - i * 0.9;
                rounds.sheet(
                        id,
                        "expert-%02d".formatted((i + e) % 20 + 1),
                        1,
                        Map.of(
                                "representativeness",
                                        Math.min(
                                                100,
                                                Math.round((base + random.nextGaussian() * (i % 7 == 3 ? 13 : 4)) * 2)
                                                        / 2.0),
                                "will-to-reform", Math.min(100, (double) Math.round(base + random.nextGaussian() * 4)),
                                "basic-conditions",
                                        Math.min(100, (double) Math.round(base + random.nextGaussian() * 4))),
                        e == 0 ? "产业代表性强，校企合作基础扎实；建议进一步明确实训基地的共建分工和经费来源。" : "");
            }
            jdbc.sql(
                            "update selection.application set answers = jsonb_build_object('title', title, 'name', title, 'summary', '围绕主导产业共建实训基地，面向区域企业开展订单培养，每年培养技能人才' || ? || '人。', 'students', ?) where case_id = ?")
                    .params(String.valueOf(300 + i * 10), 1000 + i, id)
                    .update();
        }
        for (int i = 0; i < 3; i++) {
            var id = rounds.application(
                    round, "region", schools.get(i), new String[] {"长春市", "吉林市", "通化市"}[i] + "产教融合试点地区", 300 - i);
            rounds.sheets(id, i == 0 ? new double[] {90, 91, 92, 90, 89} : new double[] {80, 81, 82, 83, 84});
        }
        rankings.compute(round);
        user.runAs(ScoredRounds.CONVENER, () -> proposals.fillByRank(round, "school"));
        var rows = rankings.of(round, "school");
        user.runAs(ScoredRounds.CONVENER, () -> {
            proposals.propose(
                    round,
                    List.of(
                            new Proposal(rows.get(3).application(), Outcome.RESERVE, ""),
                            new Proposal(rows.get(22).application(), Outcome.SELECTED, "填补碳纤维产业空白")));
            return null;
        });
        System.out.println("ROUND " + round);
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
            var base = "/programmes/jl-223/rounds/" + round + "/ranking";
            for (var size : List.of(new int[] {1280, 800}, new int[] {390, 844})) {
                for (var english : List.of(false, true)) {
                    var tag = (english ? "en-" : "zh-") + size[0];
                    try (var person = Person.sized(browser, root, size[0], size[1])) {
                        person.logsIn(ScoredRounds.CONVENER, password);
                        if (english) {
                            person.opens("/tasks");
                            person.page().locator(".frame-language").first().click();
                            person.page().waitForTimeout(1500);
                            person.settles();
                        }
                        person.opens(base + "?tab=school").pictures("wb-list-" + tag);
                        person.opens(base + "?tab=school&row=" + rows.get(3).application())
                                .pictures("wb-row-" + tag);
                        if (size[0] == 390) {
                            person.page().setViewportSize(390, 2200);
                            person.pictures("wb-rowlong-" + tag);
                            person.page().setViewportSize(390, 844);
                        } else {
                            person.page().setViewportSize(1280, 1900);
                            person.pictures("wb-rowlong-" + tag);
                            person.page().setViewportSize(1280, 800);
                        }
                        person.opens(base + "?compare=" + rows.get(0).application() + ","
                                        + rows.get(3).application() + ","
                                        + rows.get(20).application())
                                .pictures("wb-compare-" + tag);
                        person.opens(base + "?tab=region").pictures("wb-tie-" + tag);
                        person.opens(base + "?tab=result").pictures("wb-result-" + tag);
                        person.opens("/programmes/jl-223/rounds/" + empty + "/ranking")
                                .pictures("wb-empty-" + tag);
                        if (!english) {
                            person.opens(base + "?tab=region");
                            person.page()
                                    .locator("vaadin-grid vaadin-button")
                                    .first()
                                    .click();
                            person.settles().pictures("wb-propose-" + tag);
                        }
                    }
                }
            }
        }
    }
}
