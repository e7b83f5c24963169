package rongtong.publicnotice;

import java.util.Locale;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/**
 * Something has happened to a notice or an objection that goes into the audit trail; never who objected.
 *
 * @param number of the notice or of the objection
 */
record NoticeEvent(Deed deed, String number) implements Auditable {

    enum Deed {
        PUBLISHED,
        CLOSED,
        WITHDRAWN,
        OBJECTION_FILED,
        EVIDENCE_RECEIVED,
        OBJECTION_WITHDRAWN,
        OBJECTION_DECIDED
    }

    @Override
    public Message description() {
        return Message.of("publicnotice.audit." + deed, number);
    }

    @Override
    public String action() {
        return "NOTICE." + deed.name().replace('_', '-').toUpperCase(Locale.ROOT);
    }

    @Override
    public String subject() {
        return number;
    }
}
