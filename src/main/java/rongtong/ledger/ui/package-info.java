/** Pages of the ledgers. */
@NullMarked
package rongtong.ledger.ui;

import org.jspecify.annotations.NullMarked;
