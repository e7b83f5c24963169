/**
 * Where the data live: the database named by {@code spring.datasource.url}, or, where none is named, an embedded
 * PostgreSQL whose files survive a restart.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package rongtong.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
