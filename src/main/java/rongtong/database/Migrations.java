package rongtong.database;

import java.io.IOException;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Migrates each module by itself: {@code db/migration/<module>/V1__….sql}, with a history of its own, so that modules
 * number their migrations without knowing of each other. No table refers to one of another module, so their order does
 * not matter.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {

    @Bean
    FlywayMigrationStrategy eachModuleByItself() {
        return flyway -> {
            for (var module : modules()) {
                Flyway.configure(flyway.getConfiguration().getClassLoader())
                        .configuration(flyway.getConfiguration())
                        .locations("classpath:db/migration/" + module)
                        .table("history_of_" + module)
                        // the schema of the histories is never empty but for the first module
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
            }
        };
    }

    private static TreeSet<String> modules() {
        try {
            var modules = new TreeSet<String>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
                var path = file.getURL().getPath().split("/");
                modules.add(path[path.length - 2]);
            }
            return modules;
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot list the migrations", failure);
        }
    }
}
