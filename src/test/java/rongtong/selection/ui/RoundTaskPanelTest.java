package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.selection.SelectionJourney;
import rongtong.ui.PageTest;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskView;

/** What stands above the steps of a round, and on which clause they rest. */
@RongtongTest
class RoundTaskPanelTest extends PageTest {

    @LocalServerPort
    int port;

    @Autowired
    SelectionJourney journey;

    @Autowired
    TaskInbox inbox;

    @Autowired
    RoundTaskPanel panel;

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    private TaskView task(String username, String caseId, String step) throws Exception {
        var id = journey.task(username, caseId, step).get("id").asString();
        return as(username, () -> inbox.open(id));
    }

    private List<String> ways(String username, String caseId, String step) throws Exception {
        var view = task(username, caseId, step);
        return as(
                username,
                () -> find(Anchor.class, shown(panel.create(view))).all().stream()
                        .map(way -> way.getHref() + " " + way.getText())
                        .toList());
    }

    @Test
    void eachStepOfARoundLeadsToThePageWithTheWork() throws Exception {
        var caseId = journey.started(journey.round(10));
        var place = "programmes/jl-223/rounds/" + caseId;
        assertThat(ways("jl-hrss.handler", caseId, "giveOpinion")).containsExactly("programmes/jl-223 打开遴选方案：条件、指标、限额");

        journey.published(caseId);
        assertThat(ways(SelectionJourney.CONVENER, caseId, "watchWindow"))
                .containsExactly(place + "/applications 打开申报清单，逐份查看");
        read(Locale.ENGLISH);
        assertThat(ways(SelectionJourney.CONVENER, caseId, "watchWindow"))
                .containsExactly(place + "/applications Open the list of applications");
    }

    @Test
    void everyStepOfARoundRestsOnTheClauseOfTheProgrammeAndSaysSoOnceItIsDone() throws Exception {
        var values = journey.round(10);
        values.put("programme", "jl-factory-pilot");
        var caseId = journey.started(values);
        for (var person : List.of("jl-hrss.handler", "jl-drc.handler", "jl-fin.handler")) {
            assertThat(clause(task(person, caseId, "giveOpinion"))).as(person).isEqualTo("JL-2018-48 (十一)");
        }
        var opinion = task("jl-fin.handler", caseId, "giveOpinion").row().id();
        journey.as("jl-fin.handler")
                .post(
                        "/tasks/" + opinion + "/add-sign",
                        Map.of("position", "parallel", "to", List.of("jl-edu.leader"), "question", "意见如何？"))
                .expect(204);
        assertThat(clause(task("jl-edu.leader", caseId, "answerSignRequest")))
                .as("who is asked beside it")
                .isEqualTo("JL-2018-48 (十一)");
        journey.as("jl-fin.handler")
                .post("/tasks/" + opinion + "/remove-sign", Map.of())
                .expect(204);
        for (var person : List.of("jl-hrss.handler", "jl-drc.handler", "jl-fin.handler")) {
            journey.completed(person, caseId, "giveOpinion", Map.of("stance", "AGREE"));
        }
        assertThat(clause(as("jl-fin.handler", () -> inbox.open(opinion))))
                .as("done")
                .isEqualTo("JL-2018-48 (十一)");
        assertThat(clause(task(SelectionJourney.CONVENER, caseId, "settleCall")))
                .as("a step of the round itself")
                .isEqualTo("JL-2018-48 (十一)");
    }

    @Test
    void whoStartsAServiceReadsTheClausesOfTheOwnProvinceAndOfTheState() {
        assertThat(documents("jl-edu.handler", "pilot-selection")).containsOnly("JL-2018-48", "GB-2017-95");
        assertThat(documents("zj-drc.handler", "pilot-selection")).containsOnly("ZJ-2018", "GB-2017-95");
        assertThat(documents("ln-edu.handler", "pilot-selection")).containsOnly("LN-2018", "GB-2017-95");
        assertThat(documents("school-4121010142", "factory-investment"))
                .as("none of its own")
                .containsOnly("JL-2018-48");
    }

    private List<String> documents(String username, String service) {
        return journey.as(username)
                .get("/services")
                .valueStream()
                .filter(startable -> startable.get("key").asString().equals(service))
                .flatMap(startable -> startable.get("clauses").valueStream())
                .map(clause -> clause.get("document").asString())
                .toList();
    }

    private static String clause(TaskView task) {
        var clause = Objects.requireNonNull(task.clause());
        return clause.document() + " " + clause.number();
    }
}
