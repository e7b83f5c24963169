/**
 * Registers (名册) of what was selected: pilots, demonstration alliances, integrated enterprises, training bases, projects
 * and national recommendations, with their evaluations, what a recognition allows, and how far the numbers of the policy
 * documents are reached.
 */
@NamedInterface("register")
@NullMarked
package rongtong.selection.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
