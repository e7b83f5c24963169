/** The register of school-run factories: what each has, from which approvals, and who may see it. */
@NullMarked
package rongtong.factory.register;

import org.jspecify.annotations.NullMarked;
