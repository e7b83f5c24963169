/**
 * From score sheets to a ranked list: weighted totals, the result of a panel, ties, the line of the quota and how firmly
 * each place stands. Every figure that is stated is rounded to four decimals, half up, and the next figure is reckoned
 * from stated ones, so that whoever reckons by hand gets the same; lists show two decimals.
 */
@NullMarked
package rongtong.selection.ranking;

import org.jspecify.annotations.NullMarked;
