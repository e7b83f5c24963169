package rongtong.selection.decision;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Partner enterprises of applications (R-JL-37 counts them over the whole list). */
@Component
public class ListPartners {

    private final JdbcClient jdbc;

    ListPartners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many enterprises there are among the partners of these applications, each counted once. */
    @Transactional(readOnly = true)
    public int count(Collection<UUID> applications) {
        return jdbc.sql("""
                        select count(distinct coalesce(organization, name)) from selection.partner
                        where application = any(?) and kind = 'ENTERPRISE'
                        """)
                .param(applications.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
