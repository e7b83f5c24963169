package rongtong.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.RongtongTest;

/** The diagrams as they are shown. */
@RongtongTest
class ProcessModelsTest {

    @Autowired
    ProcessModels models;

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aDiagramInEnglishHasNoChineseName() {
        var founding = models.latest("alliance-founding").orElseThrow();
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        var shown = Bpmn.readModelFromStream(
                new ByteArrayInputStream(models.xml(founding.definition()).getBytes(StandardCharsets.UTF_8)));

        assertThat(shown.getModelElementsByType(Participant.class))
                .extracting(Participant::getName)
                .containsExactly(founding.nameEn());
        assertThat(shown.getModelElementsByType(BaseElement.class))
                .extracting(element -> element.getAttributeValue("name"))
                .noneMatch(name -> name != null && name.matches(".*\\p{IsHan}.*"));
    }
}
