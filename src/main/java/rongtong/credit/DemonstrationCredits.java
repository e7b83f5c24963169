package rongtong.credit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.shared.Csv;
import rongtong.shared.Demonstration;

/** A few made-up entries for a demonstration; what is there already stays. */
@Component
@DependsOnDatabaseInitialization
class DemonstrationCredits implements InitializingBean {

    private final JdbcClient jdbc;
    private final Demonstration demonstration;

    DemonstrationCredits(JdbcClient jdbc, Demonstration demonstration) {
        this.jdbc = jdbc;
        this.demonstration = demonstration;
    }

    @Override
    public void afterPropertiesSet() {
        if (demonstration.isOn()) {
            Csv.read("data/demonstration-credit.csv").forEach(this::enter);
        }
    }

    private void enter(Csv.Row row) {
        var id = UUID.nameUUIDFromBytes(
                (row.text("organization") + row.text("valid_from")).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        insert into credit.record
                            (id, organization, kind, reason, source, decision, valid_from, valid_to, repaired_on)
                        values (:id, :organization, :kind, :reason, :source, :decision, :from::date, :to::date,
                            :repaired::date)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("organization", row.text("organization"))
                .param("kind", row.text("kind"))
                .param("reason", row.text("reason"))
                .param("source", row.text("source"))
                .param("decision", row.orNull("decision"))
                .param("from", row.text("valid_from"))
                .param("to", row.orNull("valid_to"))
                .param("repaired", row.orNull("repaired_on"))
                .update();
    }
}
