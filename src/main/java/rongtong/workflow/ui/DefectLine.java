package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import rongtong.ui.Badge;
import rongtong.workflow.correction.Defect;
import rongtong.workflow.correction.Defects;

/** One defect in a list: field, state, reason; old beside new once it was corrected. */
class DefectLine extends Composite<Div> {

    DefectLine(Defect defect) {
        this(defect.label(), defect.reason(), new Badge(words(defect), tone(defect)));
        var after = defect.after();
        if (after != null) {
            getContent().add(new VersionPair(defect.before(), after));
        }
    }

    /** @param side stands at the right: the way to the field */
    DefectLine(Defects.Change change, Component side) {
        this(change.label(), "", side);
        getContent().add(new VersionPair(change.before(), change.after()));
    }

    /** @param side stands at the right: a state, or the way to the field */
    DefectLine(String label, String reason, Component side) {
        var title = new Span(label);
        title.addClassName("row-title");
        var words = new Div(reason);
        words.addClassName("row-line");
        words.setVisible(!reason.isEmpty());
        var place = new Div(side);
        place.addClassName("row-side");
        getContent().addClassNames("row", "defect-line");
        getContent().add(title, place, words);
    }

    private static String words(Defect defect) {
        return translate("workflow.defect." + defect.state().name());
    }

    private static Badge.Tone tone(Defect defect) {
        return switch (defect.state()) {
            case ASKED -> Badge.Tone.WARNING;
            case CORRECTED -> Badge.Tone.ACTIVE;
            case CLOSED -> Badge.Tone.GOOD;
            case STILL_OPEN, LAPSED -> Badge.Tone.BAD;
        };
    }
}
