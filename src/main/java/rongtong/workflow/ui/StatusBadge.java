package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import rongtong.ui.Badge;
import rongtong.workflow.CaseRow;
import rongtong.workflow.CaseStatus;

/** The state of a case in a word. */
class StatusBadge extends Badge {

    StatusBadge(CaseRow row) {
        super(translate("workflow.status." + row.status().name()), tone(row.status()));
    }

    private static Tone tone(CaseStatus status) {
        return switch (status) {
            case RUNNING -> Tone.ACTIVE;
            case COMPLETED -> Tone.GOOD;
            case WITHDRAWN -> Tone.NEUTRAL;
            case CANCELLED -> Tone.BAD;
        };
    }
}
