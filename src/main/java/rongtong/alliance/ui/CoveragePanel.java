package rongtong.alliance.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import rongtong.alliance.register.Coverage;
import rongtong.shared.Texts;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;

/** How far the alliances cover schools and enterprises, beside the dated target of the plan (R-LNA-65). */
class CoveragePanel extends Composite<Panel> {

    private final Coverage coverage;
    private final Texts texts;

    CoveragePanel(Coverage coverage, Texts texts) {
        this.coverage = coverage;
        this.texts = texts;
    }

    @Override
    protected Panel initContent() {
        return new Panel(
                texts.of("alliance.coverage"),
                new Facts()
                        .with(
                                texts.of("alliance.coverage.schools"),
                                share(coverage.schoolsCovered(), coverage.schools(), coverage.schoolsPercent()))
                        .with(
                                texts.of("alliance.coverage.enterprises"),
                                share(
                                        coverage.enterprisesCovered(),
                                        coverage.enterprises(),
                                        coverage.enterprisesPercent()))
                        .with(
                                texts.of("alliance.coverage.target"),
                                texts.of("alliance.coverage.target-text", String.valueOf(Coverage.TARGET_YEAR)))
                        .with(texts.of("alliance.coverage.on"), Formats.day(coverage.on())),
                new Paragraph(texts.of("alliance.coverage.note")));
    }

    private String share(int covered, int all, int percent) {
        return texts.of("alliance.coverage.share", covered, all, percent);
    }
}
