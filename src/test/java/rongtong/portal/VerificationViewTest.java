package rongtong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.document.official.OfficialDocument;
import rongtong.document.official.OfficialDraft;
import rongtong.document.official.OfficialRecords;
import rongtong.document.official.Verifications;
import rongtong.ui.BundleTexts;

/** What somebody sees who holds a document. */
@RongtongTest
@ViewPackages(classes = VerificationView.class)
@Transactional
class VerificationViewTest extends BrowserlessTest {

    @Autowired
    Verifications verifications;

    @Autowired
    OfficialRecords records;

    @Autowired
    MockMvc calls;

    @BeforeAll
    static void texts() {
        System.setProperty("vaadin.i18n.provider", BundleTexts.class.getName());
    }

    @BeforeEach
    void speakChinese() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

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
        var view = new VerificationView(verifications);
        UI.getCurrent().add(view);
        var event = Mockito.mock(BeforeEnterEvent.class);
        Mockito.when(event.getLocation())
                .thenReturn(new Location("verify", QueryParameters.simple(Map.of("number", number, "code", code))));
        view.beforeEnter(event);
        return view.getElement().getTextRecursively();
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
