/** The ledgers for other programs. */
@NullMarked
package rongtong.ledger.rest;

import org.jspecify.annotations.NullMarked;
