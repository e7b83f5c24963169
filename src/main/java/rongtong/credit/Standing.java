package rongtong.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The credit of one organisation on a day. What 优良 means the document leaves open; by default no entry of serious
 * dishonesty that stands, and no sanction within the last years (R-JL-39, P26).
 *
 * @param obstacles entries that a cooperation must not be approved with
 * @param remarks entries to show and no more
 */
public record Standing(String organization, List<CreditRecord> obstacles, List<CreditRecord> remarks) {

    /**
     * @param records of the organisation
     * @param years for how long a sanction counts after its first day
     */
    static Standing of(String organization, List<CreditRecord> records, LocalDate on, int years) {
        var obstacles = new ArrayList<CreditRecord>();
        var remarks = new ArrayList<CreditRecord>();
        for (var record : records) {
            if (record.validFrom().isAfter(on)) {
                continue;
            }
            var counts = record.repairedOn() == null || on.isBefore(record.repairedOn());
            var heavy = switch (record.kind()) {
                case DISHONESTY -> record.isInForce(on);
                case SANCTION -> counts && record.validFrom().plusYears(years).isAfter(on);
                case REMARK -> false;
            };
            (heavy ? obstacles : remarks).add(record);
        }
        return new Standing(organization, List.copyOf(obstacles), List.copyOf(remarks));
    }

    /** 优良: nothing stands in the way. */
    public boolean isGood() {
        return obstacles.isEmpty();
    }
}
