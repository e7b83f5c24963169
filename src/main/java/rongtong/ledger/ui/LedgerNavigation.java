package rongtong.ledger.ui;

import com.vaadin.flow.component.UI;
import java.util.UUID;

/** Addresses of the pages of the ledgers, relative to the application's root. */
public final class LedgerNavigation {

    private LedgerNavigation() {}

    public static String address(UUID ledger) {
        return "ledgers/" + ledger;
    }

    /** Demand against supply of a round. */
    public static String comparison(UUID round) {
        return "ledgers/rounds/" + round;
    }

    public static void open(UUID ledger) {
        UI.getCurrent().navigate(address(ledger));
    }
}
