/**
 * Official documents (公文) that an office issues in a case: approvals, notices of acceptance, of correction and of refusal,
 * receipts. Their layout follows GB/T 9704-2012; their wording is a template that an administrator may change; each bears
 * a number and a code by which everybody can verify it, and never changes once issued.
 */
@NamedInterface("official")
@NullMarked
package rongtong.document.official;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
