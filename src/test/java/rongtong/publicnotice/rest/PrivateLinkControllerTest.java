package rongtong.publicnotice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.document.Attachment;
import rongtong.document.Attachments;
import rongtong.document.Papers;
import rongtong.publicnotice.FiledObjection;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.NoticeJourney;

/** What the private link of an objection opens, and what it does not: status, answer, evidence. */
@RongtongTest
class PrivateLinkControllerTest {

    static final String LINK = "/api/v1/public/objections/{link}";

    @Autowired
    MockMvc calls;

    @Autowired
    NoticeJourney journey;

    @Autowired
    Attachments attachments;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    @Value("${rongtong.demo.password}")
    String password;

    final String address = NoticeJourney.somewhere();

    @BeforeEach
    void monday() {
        time.setTo("2026-11-23T10:00:00");
    }

    private RequestPostProcessor from(String client) {
        return request -> {
            request.setRemoteAddr(client);
            return request;
        };
    }

    private FiledObjection filed(String title) {
        return filed(journey.published(title));
    }

    private FiledObjection filed(Notice notice) {
        return journey.object(notice, 2, NoticeJourney.somewhere());
    }

    private ResultActions handIn(String link, String name, byte[] content) throws Exception {
        return calls.perform(multipart(LINK + "/evidence", link)
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(from(address)));
    }

    private List<Attachment> papers(String person, FiledObjection filed) {
        return journey.as(person, () -> attachments.of(journey.caseOf(filed)));
    }

    @Test
    void theStatusIsReadWithTheLinkAndNamesNobody() throws Exception {
        var filed = filed("凭链接查看的公示");

        calls.perform(get(LINK, filed.link()).with(from(address)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(jsonPath("$.number").value(filed.number()))
                .andExpect(jsonPath("$.state").value("RECEIVED"))
                .andExpect(jsonPath("$.noticeTitle").value("凭链接查看的公示"))
                .andExpect(jsonPath("$.answerBy").value("2026-11-30"))
                .andExpect(jsonPath("$.evidence.length()").value(0))
                .andExpect(jsonPath("$.mostEvidence").value(5))
                .andExpect(content().string(not(containsString(NoticeJourney.NAME))))
                .andExpect(content().string(not(containsString(NoticeJourney.CONTACT))));
    }

    @Test
    void aWrongLinkIsAnsweredLikeOneThatNeverWas() throws Exception {
        var filed = filed("猜不到的公示");
        var objection = journey.caseOf(filed).toString();
        var answers = new ArrayList<String>();
        for (var wrong : List.of(
                filed.link().substring(1),
                filed.link().substring(0, 42) + (filed.link().endsWith("A") ? "B" : "A"),
                objection,
                filed.number(),
                "x' or '1'='1",
                "长".repeat(500))) {
            for (var part : List.of("", "/answer")) {
                answers.add(calls.perform(get(LINK + part, wrong).with(from(NoticeJourney.somewhere())))
                        .andExpect(status().isNotFound())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replaceAll("\"instance\":\"[^\"]*\"", ""));
            }
            handIn(wrong, "证据.pdf", Papers.PDF).andExpect(status().isNotFound());
        }
        assertThat(answers).hasSize(12).containsOnly(answers.getFirst());
    }

    @Test
    void oneAddressIsToldWhenToAskAgainWhateverItAsksFor() throws Exception {
        var filed = filed("频繁查看的公示");
        var asked = 0;
        // one a second comes back while the test asks
        while (asked < 600
                && calls.perform(get(LINK, "guess-" + asked).with(from(address)))
                                .andReturn()
                                .getResponse()
                                .getStatus()
                        == 404) {
            asked++;
        }

        assertThat(asked).isBetween(60, 599);
        calls.perform(get(LINK + "/answer", "guess").with(from(address)))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.detail").value(matchesPattern(".*10:0\\d:\\d\\d 起可以打开.*")));
        calls.perform(get(LINK, filed.link()).with(from(NoticeJourney.somewhere())))
                .andExpect(status().isOk());
        time.setTo("2026-11-23T11:00:00");
        calls.perform(get(LINK, filed.link()).with(from(address))).andExpect(status().isOk());
    }

    @Test
    void theAnswerIsAnOfficialDocumentThatNamesNobody() throws Exception {
        var notice = journey.published("有书面答复的公示");
        var filed = filed(notice);
        var other = filed(notice);
        calls.perform(get(LINK + "/answer", filed.link()).with(from(address))).andExpect(status().isNotFound());

        journey.answer(filed, "REJECTED");

        var pdf = calls.perform(get(LINK + "/answer", filed.link()).with(from(address)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("辽宁省教育厅", "有书面答复的公示", "异议不成立", filed.number())
                    .doesNotContain(NoticeJourney.NAME, NoticeJourney.CONTACT);
        }
        calls.perform(get(LINK + "/answer", other.link()).with(from(address))).andExpect(status().isNotFound());
    }

    @Test
    void evidenceIsForThoseWhoDealWithTheObjectionAlone() throws Exception {
        var notice = journey.published("有证据的公示");
        var filed = filed(notice);
        var other = filed(notice);

        handIn(filed.link(), "欧阳正直的证明.pdf", Papers.PDF)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1))
                .andExpect(jsonPath("$.mediaType").value("application/pdf"))
                .andExpect(jsonPath("$.sha256").isString());
        handIn(filed.link(), "照片.png", Papers.PNG)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(2));

        var papers = papers(NoticeJourney.HANDLER, filed);
        assertThat(papers).extracting(Attachment::name).containsExactly("欧阳正直的证明.pdf", "照片.png");
        assertThat(papers(NoticeJourney.LEADER, filed)).hasSize(2);
        assertThat(papers(NoticeJourney.HANDLER, other)).isEmpty();
        var file = "/api/v1/attachments/" + papers.getFirst().id();
        calls.perform(get(file + "/content").with(httpBasic(NoticeJourney.HANDLER, password)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(Papers.PDF));
        for (var person : List.of("admin", "auditor", "ln-sti.handler", "school-4121010142", "expert-01")) {
            assertThat(papers(person, filed)).as(person).isEmpty();
            for (var path : List.of(file, file + "/content")) {
                calls.perform(get(path).with(httpBasic(person, password))).andExpect(status().isNotFound());
            }
        }
        calls.perform(get(file + "/content")).andExpect(status().isUnauthorized());
        for (var person : List.of(NoticeJourney.HANDLER, "admin", "ln-sti.handler")) {
            calls.perform(get("/api/v1/messages").param("size", "200").with(httpBasic(person, password)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath(
                            "$.items[?(@.instance == '%s' && @.kind == 'EVIDENCE_RECEIVED')]"
                                    .formatted(journey.caseOf(filed)),
                            hasSize(person.equals(NoticeJourney.HANDLER) ? 2 : 0)));
        }
        // the link shows what was received, and neither the name of a file nor the file
        calls.perform(get(LINK, filed.link()).with(from(address)))
                .andExpect(jsonPath("$.evidence.length()").value(2))
                .andExpect(content().string(not(containsString("证明"))))
                .andExpect(content()
                        .string(not(containsString(papers.getFirst().id().toString()))));
        calls.perform(get(LINK, other.link()).with(from(address)))
                .andExpect(jsonPath("$.evidence.length()").value(0));
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where action = 'NOTICE.EVIDENCE-RECEIVED' and subject = ?")
                        .param(filed.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void hostileFilesAreRefusedInWordsAndNothingIsKept() throws Exception {
        var filed = filed("收到恶意文件的公示");
        for (var bad : Map.of(
                        "证据.pdf", Papers.PROGRAM,
                        "脚本.pdf", Papers.latin("%PDF-1.7\n<</OpenAction <</S /JavaScript>>>>\n%%EOF"),
                        "图片.png", Papers.utf8("<svg onload=alert(1)>"),
                        "空.pdf", new byte[0],
                        "宏.docx", Papers.docx(),
                        "程序.exe", Papers.PROGRAM,
                        "../../逃逸.pdf", Papers.PDF,
                        "没有扩展名", Papers.PDF,
                        "倒写\u202Efdp.pdf", Papers.PDF)
                .entrySet()) {
            assertThat(handIn(filed.link(), bad.getKey(), bad.getValue())
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(bad.getKey())
                    .isEqualTo(422);
        }
        handIn(filed.link(), "程序.exe", Papers.PROGRAM)
                .andExpect(jsonPath("$.detail").value(containsString("pdf")))
                .andExpect(jsonPath("$.detail").value(not(containsString("docx"))));
        calls.perform(multipart(LINK + "/evidence", filed.link()).with(from(address)))
                .andExpect(status().isBadRequest());
        assertThat(papers(NoticeJourney.HANDLER, filed)).isEmpty();
    }

    @Test
    void thereAreFiveFilesAndNoneAfterTheAnswer() throws Exception {
        var notice = journey.published("很多证据的公示");
        var filed = filed(notice);
        var together = new CyclicBarrier(7);
        try (var people = Executors.newFixedThreadPool(7)) {
            var calls = IntStream.range(0, 7)
                    .mapToObj(number -> people.submit(() -> {
                        together.await();
                        return handIn(filed.link(), "第" + number + "份.pdf", Papers.PDF)
                                .andReturn()
                                .getResponse()
                                .getStatus();
                    }))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (var call : calls) {
                answers.add(call.get());
            }
            assertThat(answers)
                    .containsOnly(201, 422)
                    .filteredOn(status -> status == 201)
                    .hasSize(5);
        }
        handIn(filed.link(), "再一份.pdf", Papers.PDF)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail").value(containsString("最多 5 份")));

        var answered = filed(notice);
        journey.answer(answered, "REJECTED");
        handIn(answered.link(), "太晚了.pdf", Papers.PDF)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail").value(containsString("已经办结")));
        assertThat(papers(NoticeJourney.HANDLER, answered)).isEmpty();
    }

    @Test
    void oneAddressHandsInOnlySoManyFiles() throws Exception {
        var filed = filed("不断上传的公示");
        for (int sent = 0; sent < 30; sent++) {
            handIn(filed.link(), "坏.exe", Papers.PROGRAM).andExpect(status().is(422));
        }

        handIn(filed.link(), "好.pdf", Papers.PDF)
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", matchesPattern("1?\\d?\\d")));
    }
}
