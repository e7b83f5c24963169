/** The review meeting (供需对接论证会) and its decision on the field (P02). */
@NullMarked
package rongtong.alliance.meeting;

import org.jspecify.annotations.NullMarked;
