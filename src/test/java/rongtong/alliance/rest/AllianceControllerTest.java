package rongtong.alliance.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.alliance.FoundingStages;

/** The register for programs: public without an account, more with one. */
@RongtongTest
@Transactional
class AllianceControllerTest {

    @Autowired
    MockMvc calls;

    @Autowired
    FoundingStages stages;

    @Value("${rongtong.demo.password}")
    String password;

    @Test
    void listsFoundedAlliancesWithoutAnAccount() throws Exception {
        calls.perform(get("/api/v1/alliances").param("q", "装备制造产业"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[*].name", contains("辽宁省装备制造产业校企联盟")))
                .andExpect(jsonPath("$.items[0].chairUnitName").value("沈阳工业大学"))
                .andExpect(jsonPath("$.items[0].foundedOn").value("2017-04-24"));
    }

    @Test
    void filtersBySectorAndMember() throws Exception {
        calls.perform(get("/api/v1/alliances").param("sector", "services"))
                .andExpect(jsonPath("$.items[*].sector", everyItem(is("SERVICES"))));
        calls.perform(get("/api/v1/alliances").param("member", "ent-688305"))
                .andExpect(jsonPath("$.items[*].name", hasItem("辽宁省装备制造产业校企联盟")));
        calls.perform(get("/api/v1/alliances").param("sector", "mining")).andExpect(status().is(422));
        calls.perform(get("/api/v1/alliances").param("size", "0")).andExpect(status().is(422));
    }

    @Test
    void anUnknownNumberIsNotThere() throws Exception {
        calls.perform(get("/api/v1/alliances/LN-1900-001")).andExpect(status().isNotFound());
    }

    @Test
    void personsAndPhonesAreOnlyForThoseWhoAreLoggedIn() throws Exception {
        var number = stages.registered();

        calls.perform(get("/api/v1/alliances/" + number))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.members.length()").value(4))
                .andExpect(jsonPath("$.council[*].person", everyItem(nullValue())))
                .andExpect(jsonPath("$.resolutions[*].ballots[*]", empty()))
                .andExpect(jsonPath("$.charters[0].sections.length()").value(16))
                .andExpect(content().string(not(containsString("024-"))))
                .andExpect(content().string(not(containsString("主要负责人"))))
                .andExpect(content().string(not(containsString("张联络"))));
        calls.perform(get("/api/v1/alliances/" + number).with(httpBasic("ln-edu.handler", password)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.members[0].contact").value("张联络"))
                .andExpect(jsonPath("$.council[0].role").value("CHAIR"))
                .andExpect(jsonPath("$.council[0].person").value("主要负责人"))
                .andExpect(jsonPath("$.resolutions[1].ballots.length()").value(3));
    }
}
