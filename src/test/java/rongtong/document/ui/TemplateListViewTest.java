package rongtong.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.document.official.OfficialRecords;
import rongtong.document.official.OfficialTemplates;
import rongtong.identity.Accounts;
import rongtong.ui.PageTest;

/** The page on which an administrator words documents. */
@RongtongTest
@Transactional
class TemplateListViewTest extends PageTest {

    @Autowired
    OfficialTemplates templates;

    @Autowired
    OfficialRecords records;

    @Autowired
    Accounts accounts;

    @Test
    void aGoodWordingIsKeptAndABadOneStaysInTheFieldWithItsLine() throws Exception {
        as("admin", () -> {
            var view = opened(
                    new TemplateListView(templates, records, accounts),
                    "admin/templates/approval",
                    Map.of("kind", "approval"));
            var text = find(TextArea.class, view).single();
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
            assertThat(find(Image.class, view).exists() || text(view).contains("fonts-noto-cjk"))
                    .isTrue();
            return null;
        });
    }
}
