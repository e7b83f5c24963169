package rongtong.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.document.official.OfficialRecords;
import rongtong.document.official.OfficialTemplates;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.ui.BundleTexts;

/** The page on which an administrator words documents. */
@RongtongTest
@ViewPackages(packages = "rongtong.shared")
@Transactional
class TemplateListViewTest extends BrowserlessTest {

    @Autowired
    OfficialTemplates templates;

    @Autowired
    OfficialRecords records;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentUser user;

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

    @Test
    void aGoodWordingIsKeptAndABadOneStaysInTheFieldWithItsLine() throws Exception {
        user.runAs("admin", () -> {
            var view = new TemplateListView(templates, records, accounts);
            UI.getCurrent().add(view);
            var event = Mockito.mock(BeforeEnterEvent.class);
            Mockito.when(event.getRouteParameters()).thenReturn(new RouteParameters("kind", "approval"));
            view.beforeEnter(event);
            var text = one(view, TextArea.class);
            assertThat(text.getValue()).isEqualTo(templates.current("approval").text());

            text.setValue("<h1>批复</h1>\n<p>{{subjekt}}</p>");
            button(view, "保存").click();
            assertThat(text.isInvalid()).isTrue();
            assertThat(text.getErrorMessage()).contains("第 2 行", "{{subjekt}}");
            assertThat(text.getValue()).contains("{{subjekt}}");
            assertThat(templates.current("approval").version()).isZero();

            text.setValue("<h1>批复</h1>\n<p>{{subject}}</p>");
            button(view, "保存").click();
            assertThat(text.isInvalid()).isFalse();
            assertThat(templates.current("approval").version()).isEqualTo(1);
            assertThat(below(view).anyMatch(Image.class::isInstance)
                            || view.getElement().getTextRecursively().contains("fonts-noto-cjk"))
                    .isTrue();
            return null;
        });
    }

    private static Button button(Component view, String text) {
        return below(view)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T one(Component view, Class<T> type) {
        return below(view).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Stream<Component> below(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(TemplateListViewTest::below));
    }
}
