package rongtong.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.shared.Demonstration;

@RongtongTest
@Transactional
class LedgerRestTest {

    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    @Autowired
    MockMvc calls;

    @Autowired
    LedgerRounds rounds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Demonstration demonstration;

    Ledger ledger;
    String address;

    @BeforeEach
    void openLedger() {
        jdbc.sql(
                        "update ledger.round set year = 2024, version = 1000 + version where status = 'FROZEN' and year >= 2026")
                .update();
        var fixtures = new LedgerFixtures(rounds);
        ledger = fixtures.ledger(fixtures.opened(), LedgerType.INDUSTRY);
        address = "/api/v1/ledgers/" + ledger.id();
    }

    @Test
    void listsLedgersPageByPage() throws Exception {
        calls.perform(get("/api/v1/ledgers").param("size", "2").with(as("ln-edu.handler")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.size").value(2));
        calls.perform(get("/api/v1/ledgers").param("size", "201").with(as("ln-edu.handler")))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void writesAnEntryAndRefusesAWrongOneByItsFields() throws Exception {
        calls.perform(post(address + "/entries")
                        .with(as("ln-iit.handler"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"field": "machine-tools", "organization": "ent-000410", "kind": "TALENT", "level": "TECHNICIAN",
                         "number": 12, "year": 2026}
                        """))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.organizationName").value("沈阳机床股份有限公司"));
        calls.perform(post(address + "/entries")
                        .with(as("ln-iit.handler"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"field": "machine-tools", "organization": "school-4121010142", "kind": "TALENT", "number": 12,
                         "year": 2026}
                        """))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field").value(contains("organization", "level")));
        calls.perform(get(address + "/entries").param("kind", "TALENT").with(as("ln-edu.handler")))
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void importsAFileInBothWays() throws Exception {
        var file = LedgerSheetsTest.workbook(
                LedgerSheetsTest.HEADINGS,
                List.of(LedgerSheetsTest.TALENT, LedgerSheetsTest.row("人材", "", "", "", "", 1, 2026, "", "")));

        calls.perform(multipart(address + "/import")
                        .file(new MockMultipartFile("file", "a.xlsx", XLSX.toString(), file))
                        .with(as("ln-iit.handler")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(0))
                .andExpect(jsonPath("$.rejected[0].row").value(3))
                .andExpect(jsonPath("$.rejected[0].column").value("类别"))
                .andExpect(jsonPath("$.rejected[0].message").isNotEmpty());
        calls.perform(post(address + "/import?partial=true")
                        .contentType(XLSX)
                        .content(file)
                        .with(as("ln-iit.handler")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(1));
    }

    @Test
    void badFilesAndStrangersAreRefusedInWords() throws Exception {
        calls.perform(post(address + "/import")
                        .contentType(XLSX)
                        .content("hello")
                        .with(as("ln-iit.handler")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("xlsx")));
        calls.perform(post(address + "/import")
                        .contentType(XLSX)
                        .content("hello")
                        .with(as("ln-edu.handler")))
                .andExpect(status().isForbidden());
        calls.perform(get(address).with(as("ent-000410"))).andExpect(status().isNotFound());
        calls.perform(get(address + "/export").with(as("ent-000410"))).andExpect(status().isNotFound());
        calls.perform(delete(address + "/entries/" + ledger.id()).with(as("ln-iit.handler")))
                .andExpect(status().isNotFound());
        calls.perform(get("/api/v1/ledgers/nonsense").with(as("ln-edu.handler")))
                .andExpect(status().is4xxClientError());
        calls.perform(get(address)).andExpect(status().isUnauthorized());
    }

    @Test
    void givesTemplateAndExport() throws Exception {
        for (var path : List.of("/api/v1/ledgers/template?type=SUPPLY", address + "/template", address + "/export")) {
            var answer = calls.perform(get(path).with(as("ln-iit.handler")))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Disposition", containsString("attachment")))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getContentAsByteArray()).startsWith('P', 'K');
        }
    }

    @Test
    void offersFieldsOfASector() throws Exception {
        calls.perform(get("/api/v1/fields").param("sector", "AGRICULTURE").with(as("ent-000410")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].code").value("grain-and-oil"))
                .andExpect(jsonPath("$.items[0].name").value("粮油作物"));
    }

    private RequestPostProcessor as(String account) {
        return httpBasic(account, demonstration.password());
    }
}
