/** The charter (联盟章程) with its mandatory content, its versions, and the rules that rest on it (P08). */
@NullMarked
package rongtong.alliance.charter;

import org.jspecify.annotations.NullMarked;
