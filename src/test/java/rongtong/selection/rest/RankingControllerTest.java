package rongtong.selection.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.ranking.ScoredRounds;

/** Ranked lists for programs: who reads them, and page by page. */
@RongtongTest
@Transactional
class RankingControllerTest {

    private static final String LIST = "/api/v1/programmes/test-ranking-rest/ranking";

    @Autowired
    MockMvc calls;

    @Autowired
    ScoredRounds rounds;

    @Autowired
    Rankings rankings;

    @Value("${rongtong.demo.password}")
    String password;

    UUID round;
    UUID best;

    @BeforeEach
    void threeSchools() {
        round = rounds.round(ScoredRounds.programme(
                "test-ranking-rest", new Scoring(Scoring.Rule.MEAN, List.of(), 20), new Quota(Quota.Kind.ABOUT, 2)));
        best = rounds.application(round, "school", ScoredRounds.SCHOOLS.get(0), "甲校试点", 30);
        rounds.sheets(best, 90, 91, 95.5, 93, 94);
        rounds.sheets(rounds.application(round, "school", ScoredRounds.SCHOOLS.get(1), "乙校试点", 20), 80, 81);
        rounds.sheets(rounds.application(round, "school", ScoredRounds.SCHOOLS.get(2), "丙校试点", 10), 70, 71);
    }

    private ResultActions asks(String person, String address) throws Exception {
        return calls.perform(get(address).with(httpBasic(person, password)));
    }

    @Test
    void isEmptyBeforeItWasMade() throws Exception {
        asks(ScoredRounds.LEAD, LIST)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void comesInPagesByPlace() throws Exception {
        rankings.compute(round);

        asks(ScoredRounds.LEAD, LIST + "?track=school&size=2")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[*].title", contains("甲校试点", "乙校试点")))
                .andExpect(jsonPath("$.items[0].place").value(1))
                .andExpect(jsonPath("$.items[0].score").value(92.7))
                .andExpect(jsonPath("$.items[0].position").value("WITHIN"));
        asks(ScoredRounds.LEAD, LIST + "?round=" + round + "&size=2&page=1")
                .andExpect(jsonPath("$.items[*].title", contains("丙校试点")))
                .andExpect(jsonPath("$.items[0].position").value("BEYOND"));
        asks(ScoredRounds.LEAD, LIST + "?track=region")
                .andExpect(jsonPath("$.total").value(0));
        asks(ScoredRounds.LEAD, LIST + "?size=0").andExpect(status().is(422));
        asks(ScoredRounds.LEAD, LIST + "?round=7").andExpect(status().is4xxClientError());
    }

    @Test
    void explainsEachRow() throws Exception {
        rankings.compute(round);

        asks(ScoredRounds.CONVENER, LIST + "/" + best)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.arithmetic.sheets[2].expert").value("expert-03"))
                .andExpect(jsonPath("$.arithmetic.sheets[2].contributions[0].points")
                        .value(38.2))
                .andExpect(jsonPath("$.arithmetic.sheets[2].total").value(95.5));
        asks(ScoredRounds.PARTICIPANT, LIST + "/" + best)
                .andExpect(jsonPath("$.arithmetic.sheets[2].expert").value("专家3"))
                .andExpect(jsonPath("$.bestWithout").value(nullValue()))
                .andExpect(content().string(not(containsString("expert-0"))));
        asks(ScoredRounds.CONVENER, "/api/v1/programmes/another/ranking/" + best)
                .andExpect(status().isNotFound());
    }

    @Test
    void isReadByLeadsParticipantsAuditorsAndAdministratorsAndNobodyElse() throws Exception {
        rankings.compute(round);

        for (var person : List.of(
                ScoredRounds.CONVENER,
                "jl-edu.leader",
                "jl-drc.handler",
                ScoredRounds.PARTICIPANT,
                "auditor",
                "admin")) {
            asks(person, LIST).andExpect(status().isOk());
            asks(person, LIST + "/" + best).andExpect(status().isOk());
            asks(person, LIST + "/export").andExpect(status().isOk());
        }
        for (var person : List.of(
                ScoredRounds.STRANGER, "ln-edu.handler", ScoredRounds.SCHOOLS.getFirst(), "expert-01", "ent-688305")) {
            for (var address : List.of(LIST, LIST + "?round=" + round, LIST + "/" + best, LIST + "/export")) {
                asks(person, address)
                        .andExpect(status().isNotFound())
                        .andExpect(content().string(not(containsString("甲校"))));
            }
        }
    }
}
