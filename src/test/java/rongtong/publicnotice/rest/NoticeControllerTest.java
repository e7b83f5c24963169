package rongtong.publicnotice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.NoticeJourney;
import rongtong.publicnotice.Objections;
import rongtong.publicnotice.PublicNotices;
import rongtong.shared.Json;

/** Public notices for programs: read and object without an account. */
@RongtongTest
class NoticeControllerTest {

    @Autowired
    MockMvc calls;

    @Autowired
    NoticeJourney journey;

    @Autowired
    PublicNotices notices;

    @Autowired
    Objections objections;

    @Autowired
    MovableClock time;

    @Autowired
    Json json;

    /** Another one for each test: how often one may file is counted by it. */
    final String address = NoticeJourney.somewhere();

    @BeforeEach
    void monday() {
        time.setTo("2026-11-23T10:00:00");
    }

    @Test
    void everybodyReadsTheListWithItsPeriodAndBasis() throws Exception {
        var notice = journey.published("供程序读取的公示");

        calls.perform(get("/api/v1/notices").param("size", "200"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].number", hasItem(notice.number())));
        for (var name : List.of(notice.id().toString(), notice.number())) {
            calls.perform(get("/api/v1/notices/{id}", name))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.title").value("供程序读取的公示"))
                    .andExpect(jsonPath("$.organName").value("辽宁省教育厅"))
                    .andExpect(jsonPath("$.basis").value("D6"))
                    .andExpect(jsonPath("$.firstDay").value("2026-11-24"))
                    .andExpect(jsonPath("$.lastDay").value("2026-11-30"))
                    .andExpect(jsonPath("$.daysLeft").value(5))
                    .andExpect(jsonPath("$.headings[0]").value("领域"))
                    .andExpect(jsonPath("$.headingsEn[0]").value("Field"))
                    .andExpect(jsonPath("$.entries.length()").value(3))
                    .andExpect(jsonPath("$.entries[1].organization").value("大连理工大学"))
                    // what the procedure knows the line by is its own
                    .andExpect(content().string(not(containsString("application-"))));
        }
    }

    @Test
    void endedNoticesAreAskedForByName() throws Exception {
        var notice = journey.published("已经结束的公示");
        time.setTo("2026-12-01T00:00:00");
        journey.periodEnds(notice);

        calls.perform(get("/api/v1/notices").param("size", "200"))
                .andExpect(jsonPath("$.items[*].number", not(hasItem(notice.number()))));
        calls.perform(get("/api/v1/notices").param("state", "ENDED").param("size", "200"))
                .andExpect(jsonPath("$.items[*].number", hasItem(notice.number())));
        calls.perform(get("/api/v1/notices").param("state", "DRAFT")).andExpect(status().is(422));
    }

    @Test
    void aDraftIsNotThere() throws Exception {
        calls.perform(get("/api/v1/notices/{id}", UUID.randomUUID())).andExpect(status().isNotFound());
        calls.perform(get("/api/v1/notices/{id}", "辽教公示〔1999〕1号")).andExpect(status().isNotFound());
    }

    @Test
    void anObjectionIsFiledWithoutAnAccountAndAnsweredWithThePrivateLink() throws Exception {
        var notice = journey.published("可以提出异议的公示");

        var answer = file(notice, objection(), null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(matchesPattern("异〔2026〕\\d{4}号")))
                .andExpect(jsonPath("$.answerBy").value("2026-11-30"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        var link = JsonPath.<String>read(answer, "$.link");
        assertThat(link).hasSize(43);
        assertThat(objections.progress(link, NoticeJourney.somewhere()).facts()).isEqualTo(NoticeJourney.FACTS);
        calls.perform(get("/api/v1/notices/{id}", notice.id()))
                .andExpect(jsonPath("$.stopped").value(true));
    }

    @Test
    void theSameCallAgainFilesNothingAgain() throws Exception {
        var notice = journey.published("重复提交的公示");
        var key = UUID.randomUUID().toString();

        var first = file(notice, objection(), key).andExpect(status().isCreated());
        file(notice, objection(), key)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(content().string(first.andReturn().getResponse().getContentAsString()));

        assertThat(notices.openObjections(notice.id())).hasSize(1);
    }

    @Test
    void whatIsMissingIsSaidAtTheField() throws Exception {
        var notice = journey.published("填写有误的公示");

        file(notice, Map.of(), null)
                .andExpect(status().is(422))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("name", "contact", "facts")));
        for (var name : List.of("匿名", "某某", "A", "12345", "甲".repeat(51))) {
            var wrong = new HashMap<>(objection());
            wrong.put("name", name);
            file(notice, wrong, null)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("name")));
        }
        for (var contact : List.of("123", "张三", "a@b", "电话 13912345678")) {
            var wrong = new HashMap<>(objection());
            wrong.put("contact", contact);
            file(notice, wrong, null)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("contact")));
        }
        for (var contact : List.of("024-86891234", "+86 139 1234 5678", "zheng.zhi@example.edu.cn")) {
            var right = new HashMap<>(objection());
            right.put("contact", contact);
            file(notice, right, null).andExpect(status().isCreated());
        }
        var wrong = new HashMap<>(objection());
        wrong.put("entry", 4);
        file(notice, wrong, null)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("entry")));
        wrong.put("entry", 1);
        wrong.put("facts", " 太短了，十九个字都还不到。　\n");
        file(notice, wrong, null)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("facts")));
        assertThat(notices.openObjections(notice.id())).hasSize(3);
    }

    @Test
    void hostileBodiesAreRefusedAndNoError() throws Exception {
        var notice = journey.published("收到恶意内容的公示");
        for (var body : List.of(
                "",
                "null",
                "[]",
                "{\"entry\":\"x\"}",
                "{\"entry\":1e400}",
                "{\"entry\":-1}",
                "{\"name\":[null]}",
                "{\"name\":\"\\u0000\"}",
                "{\"name\":\"欧阳正直\",\"contact\":\"13912345678\",\"facts\":\"" + "长".repeat(20_000) + "\"}",
                "{\"name\":\"<script>alert(1)</script>\",\"contact\":\"13912345678\",\"facts\":\"" + NoticeJourney.FACTS
                        + "\"}")) {
            assertThat(send(notice, body, null).andReturn().getResponse().getStatus())
                    .as(body.length() > 100 ? body.substring(0, 100) : body)
                    .isBetween(400, 422);
        }
        assertThat(notices.openObjections(notice.id())).isEmpty();
    }

    @Test
    void whoeverFilesTooOftenIsToldWhenToTryAgainAndMayUseTheKeyAgain() throws Exception {
        var notice = journey.published("频繁提交的公示");
        for (int filed = 0; filed < 5; filed++) {
            file(notice, objection(), null).andExpect(status().isCreated());
        }
        var key = UUID.randomUUID().toString();

        file(notice, objection(), key)
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", matchesPattern("7[012]\\d")))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail").value(matchesPattern(".*请 12 分钟后再试（10:12:[0-2]\\d 起可以提交）.*")));

        time.setTo("2026-11-23T10:15:00");
        file(notice, objection(), key).andExpect(status().isCreated());
    }

    @Test
    void afterThePeriodNothingIsHeard() throws Exception {
        var notice = journey.published("过期的公示");
        time.setTo("2026-12-01T00:00:00");

        file(notice, objection(), null)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail").value(containsString("2026-11-30")));
    }

    private static Map<String, Object> objection() {
        return Map.of(
                "name", NoticeJourney.NAME, "contact", NoticeJourney.CONTACT, "entry", 2, "facts", NoticeJourney.FACTS);
    }

    private ResultActions file(Notice notice, Map<String, ?> body, @Nullable String key) throws Exception {
        return send(notice, json.write(body), key);
    }

    private ResultActions send(Notice notice, String body, @Nullable String key) throws Exception {
        var call = post("/api/v1/notices/{id}/objections", notice.id())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return calls.perform(key == null ? call : call.header("Idempotency-Key", key));
    }
}
