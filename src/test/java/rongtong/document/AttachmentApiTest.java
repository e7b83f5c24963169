package rongtong.document;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rongtong.RongtongTest;

@RongtongTest
class AttachmentApiTest {

    @Autowired
    MockMvc web;

    @Value("${rongtong.demo.password}")
    String password;

    RequestPostProcessor handler() {
        return httpBasic("ln-edu.handler", password);
    }

    static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    String handedIn() throws Exception {
        var location = web.perform(multipart("/api/v1/attachments")
                        .file(file("章程 草案.pdf", Papers.PDF))
                        .with(handler()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("章程 草案.pdf"))
                .andExpect(jsonPath("$.mediaType").value("application/pdf"))
                .andExpect(jsonPath("$.size").value(Papers.PDF.length))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        return String.valueOf(location);
    }

    @Test
    void aFileComesBackToBeSavedAndNeverRun() throws Exception {
        var address = handedIn();

        web.perform(get(address).with(handler())).andExpect(jsonPath("$.name").value("章程 草案.pdf"));
        web.perform(get(address + "/content").with(handler()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(Papers.PDF))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")));
    }

    @Test
    void othersAreToldThatThereIsNone() throws Exception {
        var address = handedIn();

        for (var path : new String[] {address, address + "/content"}) {
            web.perform(get(path).with(httpBasic("school-4121010142", password)))
                    .andExpect(status().isNotFound());
            web.perform(get(path)).andExpect(status().isUnauthorized());
        }
    }

    @Test
    void hostileFilesAreRefusedInWords() throws Exception {
        web.perform(multipart("/api/v1/attachments")
                        .file(file("章程.pdf", Papers.PROGRAM))
                        .with(handler()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("可执行程序")));
    }

    @Test
    void callsWithoutAFileAreBadRequests() throws Exception {
        web.perform(multipart("/api/v1/attachments").with(handler())).andExpect(status().isBadRequest());
    }

    @Test
    void whatIsNoIdIsNotThere() throws Exception {
        for (var path : new String[] {"/api/v1/attachments/x", "/api/v1/documents/x", "/api/v1/public/documents/x"}) {
            web.perform(get(path).with(handler())).andExpect(status().isNotFound());
        }
        web.perform(get("/api/v1/public/documents/" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void aCaseThatOneMayNotSeeHasNoDocuments() throws Exception {
        web.perform(get("/api/v1/documents")
                        .param("case", UUID.randomUUID().toString())
                        .with(handler()))
                .andExpect(status().isOk())
                .andExpect(content().json("[]"));
    }
}
