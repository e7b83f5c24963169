package rongtong.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.Accounts;
import rongtong.shared.NotFound;
import rongtong.workflow.engine.ProcessModels;

/**
 * Whom a case concerns and what it is called, for modules that tell people of it. Works without a person at work and
 * therefore checks no access: give what it says only to those whom it names.
 */
@Component
public class CaseDirectory {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ProcessModels models;

    CaseDirectory(JdbcClient jdbc, Accounts accounts, ProcessModels models) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.models = models;
    }

    /**
     * What people call a case, and whom it belongs to.
     *
     * @param applicants who started it, and colleagues of the same organisation who took part in it
     */
    public record CaseFacts(String number, String title, Set<String> applicants) {}

    /**
     * A task as a link to it needs it.
     *
     * @param step name of its step, in the language of the reader
     */
    public record TaskName(String step, boolean open) {}

    private record OpenTask(String id, @Nullable String assignee, List<String> groups) {}

    /** @throws NotFound if there is no such case */
    public CaseFacts facts(UUID caseId) {
        return jdbc.sql("""
                        select c.number, c.title, array(
                                select c.starter where c.starter is not null
                                union
                                select l.actor from workflow.timeline l
                                where l.case_id = c.id and l.organization = c.organization and l.actor is not null
                            ) as applicants
                        from workflow.case_file c where c.id = :case
                        """)
                .param("case", caseId)
                .query((rs, index) -> new CaseFacts(rs.getString("number"), rs.getString("title"), Set.of((String[])
                        rs.getArray("applicants").getArray())))
                .optional()
                .orElseThrow(() -> new NotFound("case", caseId));
    }

    /**
     * Who may act on a case now, each with the open task: the one who has taken it, else all of its groups.
     *
     * @param task only that one; null for all of the case
     * @param organization only tasks addressed to it; null for all
     */
    public Map<String, String> mayAct(UUID caseId, @Nullable String task, @Nullable String organization) {
        var open = jdbc.sql("""
                        select id, assignee, groups from workflow.task
                        where case_id = :case and state = 'OPEN'
                            and (:task::text is null or id = :task)
                            and (:organization::text is null or unit = :organization
                                 or exists (select from unnest(groups) g where g like :organization || ':%'))
                        order by due_at, created_at, id
                        """)
                .param("case", caseId)
                .param("task", task)
                .param("organization", organization)
                .query((rs, index) ->
                        new OpenTask(rs.getString("id"), rs.getString("assignee"), Arrays.asList((String[])
                                rs.getArray("groups").getArray())))
                .list();
        var members = accounts.members(open.stream()
                .filter(each -> each.assignee() == null)
                .flatMap(each -> each.groups().stream())
                .collect(Collectors.toSet()));
        var people = new LinkedHashMap<String, String>();
        for (var each : open) {
            if (each.assignee() != null) {
                people.putIfAbsent(each.assignee(), each.id());
            } else {
                each.groups()
                        .forEach(group -> members.getOrDefault(group, List.of())
                                .forEach(person -> people.putIfAbsent(person, each.id())));
            }
        }
        return people;
    }

    /** Those of the tasks that there are, by id. */
    public Map<String, TaskName> tasks(Collection<String> ids) {
        var names = new HashMap<String, TaskName>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, definition, step, state from workflow.task where id = any(:ids)")
                    .param("ids", ids.toArray(String[]::new))
                    .query(rs -> {
                        names.put(
                                rs.getString("id"),
                                new TaskName(
                                        models.get(rs.getString("definition"))
                                                .step(rs.getString("step"))
                                                .name(),
                                        rs.getString("state").equals("OPEN")));
                    });
        }
        return names;
    }
}
