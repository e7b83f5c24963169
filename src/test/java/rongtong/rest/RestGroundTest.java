package rongtong.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rongtong.RongtongTest;
import rongtong.shared.Demonstration;

/** What holds for every call, tried at calls that are there in any case. */
@RongtongTest
class RestGroundTest {

    @Autowired
    MockMvc calls;

    @Autowired
    Demonstration demonstration;

    @Autowired
    JdbcClient jdbc;

    final String key = UUID.randomUUID().toString();

    @AfterEach
    void removeTokens() {
        jdbc.sql("delete from identity.token where name like 'ground-test%'").update();
    }

    @Test
    void aRepeatedPostGetsTheFirstAnswerAndDoesNothingTwice() throws Exception {
        var first = calls.perform(issue("ground-test-a").header("Idempotency-Key", key))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();

        var second = calls.perform(issue("ground-test-a").header("Idempotency-Key", key))
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(second).isEqualTo(first);
        assertThat(tokens("ground-test-a")).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        calls.perform(issue("ground-test-b").header("Idempotency-Key", key)).andExpect(status().isCreated());

        calls.perform(issue("ground-test-c").header("Idempotency-Key", key))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value(Matchers.endsWith("/key-reused")));
        assertThat(tokens("ground-test-c")).isZero();
    }

    @Test
    void theKeptAnswerShowsNoSecretInTheTable() throws Exception {
        var answer = calls.perform(issue("ground-test-g").header("Idempotency-Key", key))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var token = answer.replaceAll("(?s).*(rt_[A-Za-z0-9_-]+).*", "$1");
        assertThat(token).startsWith("rt_").hasSizeGreaterThan(20);

        assertThat(jdbc.sql("""
                                select count(*) from rest.answer
                                where position(convert_to(:token, 'UTF8') in body) > 0 or key = :key
                                """)
                        .param("token", token)
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aKeyBelongsToAnAccount() throws Exception {
        calls.perform(issue("ground-test-d").header("Idempotency-Key", key)).andExpect(status().isCreated());

        calls.perform(issue("ground-test-d", httpBasic("admin2", demonstration.password()))
                        .header("Idempotency-Key", key))
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotency-Replayed"));
    }

    /** What is left of a node that was killed after its transaction and before its answer. */
    @Test
    void aCallWhoseAnswerWasLostIsNotDoneAgain() throws Exception {
        calls.perform(issue("ground-test-h").header("Idempotency-Key", key)).andExpect(status().isCreated());
        jdbc.sql("""
                        update rest.answer set status = null, body = null, asked_at = asked_at - interval '6 minutes'
                        where key = ?
                        """).param(new GivenAnswers.Key(key, "admin").hash()).update();

        calls.perform(issue("ground-test-h").header("Idempotency-Key", key))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(Matchers.endsWith("/answer-lost")));
        assertThat(tokens("ground-test-h")).isEqualTo(1);
    }

    @Test
    void aCallThatDiedBeforeItChangedAnythingIsDoneAgain() throws Exception {
        calls.perform(issue("ground-test-i").header("Idempotency-Key", key)).andExpect(status().isCreated());
        jdbc.sql("delete from identity.token where name = 'ground-test-i'").update();
        jdbc.sql("""
                        update rest.answer
                        set status = null, body = null, changed = false, asked_at = asked_at - interval '6 minutes'
                        where key = ?
                        """).param(new GivenAnswers.Key(key, "admin").hash()).update();

        calls.perform(issue("ground-test-i").header("Idempotency-Key", key)).andExpect(status().isCreated());
        assertThat(tokens("ground-test-i")).isEqualTo(1);
    }

    @Test
    void aRefusalIsRepeatedToo() throws Exception {
        for (int i = 0; i < 2; i++) {
            calls.perform(issue("").header("Idempotency-Key", key))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("name"));
        }
    }

    @Test
    void ofTenAtOnceOneActsAndTheOthersHearItsAnswer() throws Exception {
        calls.perform(get("/api/v1/me").with(admin())).andExpect(status().isOk());
        try (var threads = Executors.newFixedThreadPool(10)) {
            Callable<String> call = () -> calls.perform(issue("ground-test-e").header("Idempotency-Key", key))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            var answers = threads.invokeAll(Collections.nCopies(10, call));
            var first = answers.getFirst().get();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first).contains("rt_");
            }
        }
        assertThat(tokens("ground-test-e")).isEqualTo(1);
    }

    @Test
    void aKeyIsShortAndPlain() throws Exception {
        calls.perform(issue("ground-test-f").header("Idempotency-Key", "x".repeat(201)))
                .andExpect(status().isBadRequest());
        calls.perform(issue("ground-test-f").header("Idempotency-Key", "钥匙")).andExpect(status().isBadRequest());
    }

    @Test
    void badInputIsNeverOurError() throws Exception {
        calls.perform(post("/api/v1/me/tokens")
                        .with(admin())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{nonsense"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.title").value("请求有误"))
                .andExpect(jsonPath("$.detail").value("无法读懂该请求，请检查参数和 JSON 格式。"));
        calls.perform(post("/api/v1/me/tokens")
                        .with(admin())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":{\"a\":1}}"))
                .andExpect(status().isBadRequest());
        calls.perform(post("/api/v1/me/tokens")
                        .with(admin())
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x"))
                .andExpect(status().isUnsupportedMediaType());
        calls.perform(post("/api/v1/me").with(admin())).andExpect(status().isMethodNotAllowed());
        calls.perform(get("/api/v1/organizations?page=x").with(admin()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("参数“page”的值格式不正确。"));
        calls.perform(get("/api/v1/organizations?size=201").with(admin())).andExpect(status().isUnprocessableContent());
        calls.perform(get("/api/v1/organizations?page=-1").with(admin())).andExpect(status().isUnprocessableContent());
        calls.perform(get("/api/v1/organizations?kind=NOBODY").with(admin()))
                .andExpect(status().isUnprocessableContent());
        calls.perform(get("/api/v1/organizations/nobody").with(admin()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("没有这条记录，或者您无权查看。"));
        calls.perform(get("/api/v1/nothing/at/all").with(admin())).andExpect(status().isNotFound());
        calls.perform(get("/api/v1/organizations").param("q", "a\0b").with(admin()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void listsOfOrganisationsAnswerPages() throws Exception {
        calls.perform(get("/api/v1/organizations?kind=school,institute&province=LN&region=210200&q=大连&size=5")
                        .with(admin()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.size").value(5))
                .andExpect(jsonPath("$.items.length()").value(5))
                .andExpect(jsonPath("$.items[0].code").value(Matchers.startsWith("school-")))
                .andExpect(jsonPath("$.items[0].name").value(Matchers.containsString("大连")));
        calls.perform(get("/api/v1/organizations/LN-SVCDEPTS").with(admin()))
                .andExpect(jsonPath("$.functions").value(Matchers.contains("commerce", "services")));
        calls.perform(get("/api/v1/regions?parent=210000").with(admin()))
                .andExpect(jsonPath("$.total").value(14));
        calls.perform(get("/api/v1/majors?level=本科&q=机械工程").with(admin()))
                .andExpect(jsonPath("$.items[0].name").value("机械工程"));
        calls.perform(get("/api/v1/accounts?organization=LN-EDU&role=leader").with(admin()))
                .andExpect(jsonPath("$.items[0].code").value("ln-edu.leader"));
    }

    private RequestPostProcessor admin() {
        return httpBasic("admin", demonstration.password());
    }

    private MockHttpServletRequestBuilder issue(String name) {
        return issue(name, admin());
    }

    private static MockHttpServletRequestBuilder issue(String name, RequestPostProcessor caller) {
        return post("/api/v1/me/tokens")
                .with(caller)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"%s\"}".formatted(name));
    }

    private long tokens(String name) {
        return jdbc.sql("select count(*) from identity.token where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
