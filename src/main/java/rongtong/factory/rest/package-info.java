/** Factories for programs. */
@NullMarked
package rongtong.factory.rest;

import org.jspecify.annotations.NullMarked;
