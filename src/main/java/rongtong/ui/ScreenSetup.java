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

/** Gives each session its language and its error handler, and Vaadin's own sentences their words. */
@Component
class ScreenSetup implements VaadinServiceInitListener {

    private final transient Languages languages;
    private final transient PersonLookup person;
    private final transient ScreenErrors errors;

    ScreenSetup(Languages languages, PersonLookup person, ScreenErrors errors) {
        this.languages = languages;
        this.person = person;
        this.errors = errors;
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

    private static SystemMessages systemMessages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(translate(locale, "ui.session-expired"));
        messages.setSessionExpiredMessage(translate(locale, "ui.session-expired.do"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(translate(locale, "ui.internal-error"));
        messages.setInternalErrorMessage(translate(locale, "ui.internal-error.do"));
        messages.setCookiesDisabledCaption(translate(locale, "ui.cookies-disabled"));
        messages.setCookiesDisabledMessage(translate(locale, "ui.cookies-disabled.do"));
        return messages;
    }
}
