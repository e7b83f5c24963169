/** What the diagram of the round calls, and what its user tasks ask, check and record. */
@NullMarked
package rongtong.ledger.process;

import org.jspecify.annotations.NullMarked;
