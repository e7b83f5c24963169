package rongtong.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerSheets;

/** Links to spreadsheets, written while they are fetched and in the language of the page. */
final class Downloads {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Downloads() {}

    static Anchor export(Component page, Ledger ledger, LedgerSheets sheets) {
        var name = "%s-%s.xlsx".formatted(LedgerWords.name(page, ledger), ledger.year());
        return link(page, "ledger.pages.export", name, out -> sheets.export(ledger.id(), out));
    }

    static Anchor template(Component page, Ledger ledger, LedgerSheets sheets) {
        var name = "%s-%s.xlsx"
                .formatted(LedgerWords.name(page, ledger), page.getTranslation("ledger.pages.template.file"));
        return link(page, "ledger.pages.template", name, out -> sheets.template(ledger.type(), ledger.id(), out));
    }

    private interface Writer {

        void write(OutputStream out) throws IOException;
    }

    private static Anchor link(Component page, String key, String name, Writer writer) {
        var locale = page.getUI().map(ui -> ui.getLocale()).orElse(Locale.SIMPLIFIED_CHINESE);
        DownloadHandler handler = event -> answer(event, name, locale, writer);
        var link = new Anchor(handler, page.getTranslation(key));
        link.getElement().setAttribute("download", true);
        return link;
    }

    private static void answer(DownloadEvent event, String name, Locale locale, Writer writer) throws IOException {
        event.setFileName(name);
        event.setContentType(XLSX);
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            writer.write(event.getOutputStream());
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
