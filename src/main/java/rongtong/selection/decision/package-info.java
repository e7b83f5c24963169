/** From the ranked list to the list that is published: proposals of the convening department, the joint decision. */
@NullMarked
package rongtong.selection.decision;

import org.jspecify.annotations.NullMarked;
