package rongtong.ledger.ui;

import com.vaadin.flow.component.Component;
import rongtong.ledger.Entry;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerStatus;
import rongtong.ledger.RoundStatus;
import rongtong.ui.Badge;

/** What several pages of the ledgers say alike, in the language of the page. */
final class LedgerWords {

    private LedgerWords() {}

    /** Year and version: 2025 年度第 1 版. */
    static String edition(Component page, Ledger ledger) {
        return ledger.version() == null
                ? page.getTranslation("ledger.edition.open", String.valueOf(ledger.year()))
                : page.getTranslation(
                        "ledger.edition", String.valueOf(ledger.year()), String.valueOf(ledger.version()));
    }

    static String name(Component page, Ledger ledger) {
        return page.getTranslation("ledger.type." + ledger.type());
    }

    /** What the ledger waits for, or that it is done. */
    static Badge state(Component page, Ledger ledger) {
        if (ledger.roundStatus() != RoundStatus.OPEN) {
            return new Badge(
                    page.getTranslation("ledger.round.status." + ledger.roundStatus()),
                    ledger.roundStatus() == RoundStatus.FROZEN ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
        }
        return new Badge(
                page.getTranslation("ledger.status." + ledger.status()),
                ledger.status() == LedgerStatus.CONFIRMED ? Badge.Tone.GOOD : Badge.Tone.ACTIVE);
    }

    /** Level of talent, stage of technology, or the kind itself. */
    static String category(Component page, Entry entry) {
        var level = entry.level();
        if (level != null) {
            return page.getTranslation("ledger.level." + level);
        }
        var stage = entry.stage();
        return page.getTranslation(stage != null ? "ledger.stage." + stage : "ledger.kind." + entry.kind());
    }

    /** The major, or what it is about. */
    static String subject(Entry entry) {
        var text = entry.text();
        if (text != null) {
            return text;
        }
        var specialty = entry.specialtyName();
        return specialty == null ? "" : specialty;
    }
}
