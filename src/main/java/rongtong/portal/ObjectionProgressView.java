package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Objects;
import rongtong.publicnotice.ObjectionProgress;
import rongtong.publicnotice.ObjectionState;
import rongtong.publicnotice.Objections;
import rongtong.shared.NotFound;
import rongtong.shared.TooOften;
import rongtong.ui.Badge;
import rongtong.ui.Badge.Tone;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** How an objection stands, for whoever has its private link: without name and contact. */
@Route(value = "public/objections/:link", layout = PublicLayout.class)
@AnonymousAllowed
class ObjectionProgressView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Objections objections;
    private String link = "";
    private String client = "";

    ObjectionProgressView(Objections objections) {
        this.objections = objections;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getRouteParameters().get("link").orElse("");
        client = PublicNoticeParts.client();
        try {
            show();
        } catch (NotFound wrong) {
            // somebody has copied half of the link: the page for people at work would not help
            removeAll();
            add(PublicNoticeParts.back(), new EmptyState(getTranslation("portal.objection.wrong-link")));
        } catch (TooOften patience) {
            removeAll();
            var words = patience.explanation();
            add(
                    PublicNoticeParts.back(),
                    new EmptyState(getTranslation(words.key(), words.arguments().toArray())));
        }
    }

    private void show() {
        var objection = objections.progress(link, client);
        removeAll();
        var header = new PageHeader(getTranslation("portal.objection.title", objection.number()))
                .withLine(objection.organName());
        if (objection.isOpen()) {
            var withdraw = new Button(getTranslation("portal.objection.withdraw"), click -> askToWithdraw());
            withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
            header.addAction(withdraw);
        }
        add(PublicNoticeParts.back(), header, facts(objection));
        var answer = objection.answer();
        if (answer != null) {
            var text = new Div();
            text.addClassName("notice-introduction");
            answer.lines().map(Paragraph::new).forEach(text::add);
            add(new Panel(
                    getTranslation("portal.objection.answer"),
                    new Facts()
                            .with(
                                    getTranslation("portal.objection.conclusion"),
                                    getTranslation("publicnotice.conclusion." + objection.state()))
                            .with(
                                    getTranslation("portal.objection.document"),
                                    paper(Objects.requireNonNullElse(objection.document(), "")))
                            .with(getTranslation("portal.objection.closed"), Formats.moment(objection.closedAt())),
                    text));
        }
        if (objection.isOpen() || !objection.evidence().isEmpty()) {
            add(new EvidencePanel(objections, link, client, objection));
        }
    }

    /** The number, and the document itself. */
    private Component paper(String number) {
        var pdf = new Anchor("/api/v1/public/objections/" + link + "/answer", getTranslation("portal.objection.pdf"));
        pdf.setRouterIgnore(true);
        return new Span(new Span(number + " "), pdf);
    }

    private Panel facts(ObjectionProgress objection) {
        var facts = new Facts()
                .with(getTranslation("portal.notice.state"), badge(objection.state()))
                .with(
                        getTranslation("portal.objection.notice"),
                        new Anchor(
                                "public/notices/" + objection.noticeId(),
                                objection.notice()
                                        + " "
                                        + PublicNoticeParts.title(
                                                objection.noticeTitle(), objection.noticeTitleEn(), getLocale())))
                .with(
                        getTranslation("portal.objection.entry"),
                        Objects.requireNonNullElseGet(
                                objection.entry(), () -> getTranslation("publicnotice.whole-list")))
                .with(getTranslation("portal.objection.facts"), objection.facts())
                .with(getTranslation("portal.objection.filed"), Formats.moment(objection.filedAt()));
        if (objection.answerBy() != null) {
            facts.with(getTranslation("portal.objection.answer-by"), Formats.day(objection.answerBy()));
        }
        var hint = new Div(new Paragraph(getTranslation("portal.objection.private")));
        hint.addClassName("notice-introduction");
        return new Panel(getTranslation("portal.objection.progress"), facts, hint);
    }

    private Badge badge(ObjectionState state) {
        return new Badge(
                getTranslation("publicnotice.objection.state." + state),
                switch (state) {
                    case RECEIVED, ACCEPTED -> Tone.ACTIVE;
                    case UPHELD -> Tone.GOOD;
                    case REFUSED, REJECTED, WITHDRAWN, CANCELLED -> Tone.NEUTRAL;
                });
    }

    private void askToWithdraw() {
        var dialog = new ConfirmDialog(
                getTranslation("portal.objection.withdraw"),
                getTranslation("portal.objection.withdraw.consequence"),
                getTranslation("portal.objection.withdraw"),
                confirmed -> {
                    objections.withdraw(link, client);
                    Notices.done(getTranslation("portal.objection.withdrawn.done"));
                    show();
                });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("ui.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.objection.progress");
    }
}
