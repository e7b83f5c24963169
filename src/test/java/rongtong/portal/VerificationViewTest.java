package rongtong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.document.official.OfficialDocument;
import rongtong.document.official.OfficialDraft;
import rongtong.document.official.OfficialRecords;
import rongtong.document.official.Verifications;
import rongtong.ui.PageTest;

/** What somebody sees who holds a document. */
@RongtongTest
@ViewPackages(classes = VerificationView.class)
@Transactional
class VerificationViewTest extends PageTest {

    @Autowired
    Verifications verifications;

    @Autowired
    OfficialRecords records;

    @Autowired
    MockMvc calls;

    OfficialDocument issued() {
        return records.issue(new OfficialDraft(
                UUID.randomUUID(),
                "filing-receipt",
                "JL-FIN",
                "吉林省财政厅",
                "长春职业技术大学",
                Map.of("subject", "收益备案"),
                List.of(),
                List.of(),
                null));
    }

    String shown(String number, String code) {
        var address = new Location("verify", QueryParameters.simple(Map.of("number", number, "code", code)));
        return text(opened(new VerificationView(verifications), address.getPathWithQueryParameters(), Map.of()));
    }

    @Test
    void needsNoAccount() throws Exception {
        assertThat(VerificationView.class).hasAnnotation(AnonymousAllowed.class);
        calls.perform(get("/verify")).andExpect(status().isOk());
    }

    @Test
    void theCodeOnThePaperShowsWhatWasIssued() {
        var document = issued();

        assertThat(shown(document.number(), document.code())).contains("核验通过", document.number(), "吉林省财政厅", "长春职业技术大学");
    }

    @Test
    void aWrongCodeShowsNothingOfTheDocument() {
        var document = issued();

        assertThat(shown(document.number(), "2222-2222-2222"))
                .contains("核验未通过")
                .doesNotContain("长春职业技术大学", document.code());
    }
}
