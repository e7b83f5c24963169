/**
 * Files that people hand in (附件), documents that an office issues (公文: minutes, ballot records, charters as PDF) and
 * the numbers that such documents bear (文号). All of it lies in the database, in the transaction of the step it belongs
 * to, so that no case is without its papers.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "identity", "form"})
@NullMarked
package rongtong.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
