/** Prints a template and what fills its gaps as PDF, in the layout of official documents (GB/T 9704). */
@NullMarked
package rongtong.document.print;

import org.jspecify.annotations.NullMarked;
