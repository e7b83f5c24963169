/**
 * What all of {@code /api/v1} keeps to, whatever module answers: problem details (RFC 9457) in the caller's language,
 * calls that may be repeated with an {@code Idempotency-Key}, and the description in OpenAPI.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package rongtong.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
