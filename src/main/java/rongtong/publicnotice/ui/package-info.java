/** What pages of cases show of public notices and objections. The pages for everybody are in {@code portal}. */
@NullMarked
package rongtong.publicnotice.ui;

import org.jspecify.annotations.NullMarked;
