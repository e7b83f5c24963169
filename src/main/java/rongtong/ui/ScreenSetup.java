package rongtong.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.Texts;

/** Gives each session its language and its error handler, and Vaadin's own sentences their words. */
@Component
class ScreenSetup implements VaadinServiceInitListener {

    private final transient Languages languages;
    private final transient PersonLookup person;
    private final transient ScreenErrors errors;
    private final transient Texts texts;

    ScreenSetup(Languages languages, PersonLookup person, ScreenErrors errors, Texts texts) {
        this.languages = languages;
        this.person = person;
        this.errors = errors;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(init -> {
            init.getSession().setLocale(languageOf(init.getRequest()));
            init.getSession().setErrorHandler(errors);
        });
        service.addUIInitListener(init -> {
            init.getUI().getSession().setLocale(languageOf(VaadinRequest.getCurrent()));
            setUp(init.getUI());
        });
        event.addIndexHtmlRequestListener(index ->
                index.getDocument().head().append("<link rel=\"icon\" href=\"rongtong.svg\" type=\"image/svg+xml\">"));
        service.setSystemMessagesProvider(
                info -> systemMessages(Objects.requireNonNullElse(info.getLocale(), Languages.CHINESE)));
    }

    /** The choice made in this browser, else what the account prefers. */
    private Locale languageOf(VaadinRequest request) {
        var chosen = request instanceof VaadinServletRequest servlet
                ? languages.chosen(servlet.getHttpServletRequest())
                : Optional.<Locale>empty();
        return chosen.or(() -> person.current().map(PersonAtWork.Profile::language))
                .orElseGet(LocaleContextHolder::getLocale);
    }

    private static void setUp(UI ui) {
        ui.setLocale(ui.getSession().getLocale());
        LocaleContextHolder.setLocale(ui.getLocale());
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
        ui.getPage()
                .executeJs(
                        "if (window.Vaadin?.connectionIndicator) { window.Vaadin.connectionIndicator.onlineText = $0; }",
                        translate("ui.connected"));
        var reconnect = ui.getReconnectDialogConfiguration();
        reconnect.setDialogText(translate("ui.reconnecting"));
        reconnect.setDialogTextGaveUp(translate("ui.connection-lost"));
    }

    /** Also said where no page is at work: to a browser that keeps no cookies. */
    private SystemMessages systemMessages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(say(locale, "ui.session-expired"));
        messages.setSessionExpiredMessage(say(locale, "ui.session-expired.do"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(say(locale, "ui.internal-error"));
        messages.setInternalErrorMessage(say(locale, "ui.internal-error.do"));
        messages.setCookiesDisabledCaption(say(locale, "ui.cookies-disabled"));
        messages.setCookiesDisabledMessage(say(locale, "ui.cookies-disabled.do"));
        return messages;
    }

    private String say(Locale locale, String key) {
        return texts.in(locale, Message.of(key));
    }
}
