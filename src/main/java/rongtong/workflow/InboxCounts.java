package rongtong.workflow;

/** How many open tasks a person may act on, by how soon they are due. {@code later} counts those without a deadline too. */
public record InboxCounts(long overdue, long today, long thisWeek, long later) {

    public long total() {
        return overdue + today + thisWeek + later;
    }
}
