package rongtong;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Whatever the tests of a class did: each open task stands in the inbox of its assignee, or of all who may take it; one
 * that is done, or waits for others, stands in none.
 */
class InboxesAreTrue implements AfterAllCallback {

    private static final String UNTRUE = """
            with due as (
                select t.id, who as holder
                from workflow.task t,
                     unnest(case when t.assignee is null then t.groups else array['@' || t.assignee] end) who
                where t.state = 'OPEN'
                  and not exists (select from workflow.stored_completion s where s.task_id = t.id)
            ), listed as (
                select task_id as id, holder from workflow.todo
            )
            (select id || ' is missing for ' || holder from (select * from due except select * from listed) missing)
            union all
            (select id || ' is left for ' || holder from (select * from listed except select * from due) left_over)
            """;

    @Override
    public void afterAll(ExtensionContext tests) {
        var jdbc = SpringExtension.getApplicationContext(tests).getBean(JdbcClient.class);

        assertThat(jdbc.sql(UNTRUE).query(String.class).list()).isEmpty();
    }
}
