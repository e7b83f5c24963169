package rongtong.selection.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import rongtong.document.Documents;
import rongtong.document.ui.DocumentList;
import rongtong.selection.register.Checks;
import rongtong.selection.register.RecognitionView;
import rongtong.shared.Texts;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.ReasonDialog;

/** One recognition, found by its id or its number, with its evaluations and what rests on them. */
@Route("pilots/:key")
@PermitAll
@StyleSheet("selection-register.css")
class PilotDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PilotParts parts;
    private final transient Checks checks;
    private final transient Documents documents;
    private final transient Texts texts;

    private String title = "";

    PilotDetailView(PilotParts parts, Checks checks, Documents documents, Texts texts) {
        this.parts = parts;
        this.checks = checks;
        this.documents = documents;
        this.texts = texts;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(decoded(event.getRouteParameters().get("key").orElse("")));
    }

    /** Numbers have characters that a browser writes in percents when the page is opened by its address. */
    private static String decoded(String key) {
        try {
            return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException nothingEncoded) {
            return key;
        }
    }

    private void show(String key) {
        var view = parts.recognitions().view(key);
        title = view.row().title();
        removeAll();
        var back = new Anchor("pilots", getTranslation("selection.register.back"));
        back.addClassName("page-back");
        var header = new PageHeader(title).withLine(view.row().number());
        if (view.orderWaits()) {
            var why = new Span(getTranslation("selection.register.order.waits"));
            why.addClassNames("muted", "small");
            header.addAction(why);
        }
        if (view.mayOrderEvaluation() || view.orderWaits()) {
            header.addAction(order(view));
        }
        var stack = new Div(parts.facts(view), parts.evaluations(view));
        stack.addClassName("stack");
        if (view.evaluationsReadable()) {
            stack.add(parts.uses(view));
            var application = view.application();
            if (application != null && !documents.of(application).isEmpty()) {
                stack.add(new Panel(
                        getTranslation("selection.round.tab.documents"),
                        new DocumentList(documents, texts, application)));
            }
        }
        add(back, header, stack);
    }

    private Button order(RecognitionView view) {
        var order = new OnceButton(getTranslation("selection.register.order"), () -> ask(view));
        order.setEnabled(view.mayOrderEvaluation());
        return order;
    }

    private void ask(RecognitionView view) {
        new ReasonDialog(
                        getTranslation("selection.register.order"),
                        getTranslation("selection.register.order.consequence"),
                        getTranslation("selection.register.order"),
                        reason -> {
                            checks.order(view.row().id(), reason);
                            Notices.done(getTranslation("selection.register.ordered"));
                            UI.getCurrent().access(() -> show(view.row().id().toString()));
                        })
                .open();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
