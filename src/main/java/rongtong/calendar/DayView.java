package rongtong.calendar;

import java.time.LocalDate;

/**
 * One day of the calendar page.
 *
 * @param works whether there is work
 * @param name why it is not as the week says, such as 国庆节; empty for most days
 * @param source the notice that says so; empty where it came with the product
 * @param entered whether an administrator entered it, for this jurisdiction or the whole country
 * @param own whether it was entered for this very jurisdiction, so that it can be taken back here
 * @param provisional whether the holidays of its year are not yet announced
 */
public record DayView(
        LocalDate day, boolean works, String name, String source, boolean entered, boolean own, boolean provisional) {

    /** Whether it differs from what the day of the week says. */
    public boolean exceptional() {
        return !name.isEmpty();
    }
}
