/** Realised returns: filed with the finance department, then booked, then used; statements of value and alarms. */
@NullMarked
package rongtong.factory.income;

import org.jspecify.annotations.NullMarked;
