package rongtong.selection.panel;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.shared.Csv;
import rongtong.shared.Demonstration;

/** The pools of a demonstration, with made-up fields and titles; what is there already stays. */
@Component
@DependsOnDatabaseInitialization
class DemonstrationExperts implements InitializingBean {

    private final JdbcClient jdbc;
    private final Demonstration demonstration;

    DemonstrationExperts(JdbcClient jdbc, Demonstration demonstration) {
        this.jdbc = jdbc;
        this.demonstration = demonstration;
    }

    @Override
    public void afterPropertiesSet() {
        if (demonstration.isOn()) {
            Csv.read("data/demonstration-experts.csv").forEach(this::enter);
        }
    }

    private void enter(Csv.Row row) {
        jdbc.sql("""
                        insert into selection.expert (username, fields, title, province) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(row.text("username"), row.text("fields").split("\\|"), row.text("title"), row.text("province"))
                .update();
    }
}
