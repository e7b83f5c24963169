package rongtong.publicnotice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import rongtong.publicnotice.Objections;
import rongtong.publicnotice.PublicNotices;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.workflow.CaseView;
import rongtong.workflow.ui.CasePanel;

/** On the page of an objection's case: what it says and how it stands; who objects, for the organ's people alone. */
@org.springframework.stereotype.Component
class ObjectionPanel implements CasePanel {

    private final Objections objections;
    private final PublicNotices notices;

    ObjectionPanel(Objections objections, PublicNotices notices) {
        this.objections = objections;
        this.notices = notices;
    }

    @Override
    public boolean serves(String service) {
        return service.equals(Objections.SERVICE);
    }

    @Override
    public Component create(CaseView view) {
        var objection = objections.ofCase(view.row().id()).orElseThrow();
        var notice = notices.find(objection.notice()).orElseThrow();
        var facts = new Facts()
                .with(
                        translate("publicnotice.panel.state"),
                        translate("publicnotice.objection.state." + objection.state()))
                .with(
                        translate("publicnotice.row.notice"),
                        new Anchor("public/notices/" + notice.id(), notice.number() + " " + notice.title()))
                .with(
                        translate("publicnotice.row.entry"),
                        Objections.entry(notice, objection)
                                .map(entry -> entry.place() + " " + entry.organization())
                                .orElseGet(() -> translate("publicnotice.whole-list")))
                .with(translate("publicnotice.row.facts"), objection.facts());
        var pieces = objections.pieces(objection);
        if (pieces > 0) {
            facts.with(translate("publicnotice.row.evidence"), translate("publicnotice.evidence.pieces", pieces));
        }
        objections
                .objector(objection)
                .ifPresent(objector -> facts.with(translate("publicnotice.row.name"), objector.name())
                        .with(translate("publicnotice.row.contact"), objector.contact()));
        if (objection.document() != null) {
            facts.with(translate("publicnotice.panel.document"), objection.document())
                    .with(translate("publicnotice.panel.answered"), Formats.moment(objection.closedAt()));
        }
        return new Panel(translate("publicnotice.panel.objection"), facts);
    }
}
