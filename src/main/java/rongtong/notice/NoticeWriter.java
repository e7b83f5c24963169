package rongtong.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Accounts;
import rongtong.identity.MailDelivery;
import rongtong.identity.Profiles;
import rongtong.workflow.CaseDirectory;
import rongtong.workflow.CaseEnded;
import rongtong.workflow.TimelineWritten;

/**
 * Turns what happens in cases into notices, and into mail for those who want it at once: one statement for all
 * recipients, in the transaction of the step.
 */
@Component
class NoticeWriter {

    private final JdbcClient jdbc;
    private final CaseDirectory cases;
    private final Accounts accounts;
    private final Profiles profiles;
    private final MailServer mail;

    NoticeWriter(JdbcClient jdbc, CaseDirectory cases, Accounts accounts, Profiles profiles, MailServer mail) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.accounts = accounts;
        this.profiles = profiles;
        this.mail = mail;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TimelineWritten entry) {
        NoticeKind.of(entry).ifPresent(kind -> {
            var facts = cases.facts(entry.caseId());
            var recipients = recipients(kind, entry, facts);
            recipients.remove(entry.actor());
            write(kind, entry.caseId(), facts, recipients, entry.actor(), entry.opinion(), entry.at());
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseEnded end) {
        var facts = cases.facts(end.caseId());
        write(NoticeKind.ENDED, end.caseId(), facts, applicants(facts), null, null, end.at());
    }

    /** By user name, each with the task to go to; null where that is the case. */
    private Map<String, @Nullable String> recipients(
            NoticeKind kind, TimelineWritten entry, CaseDirectory.CaseFacts facts) {
        if (!entry.to().isEmpty()) {
            var named = new LinkedHashMap<String, @Nullable String>();
            entry.to().forEach(username -> named.put(username, entry.task()));
            return named;
        }
        return switch (kind) {
            case REMINDED, OVERDUE -> mayAct(entry, entry.organization());
            case URGED, TRANSFERRED, DELEGATED, EVIDENCE_RECEIVED, REVIEW_CLOSED -> mayAct(entry, null);
            case COPIED -> new LinkedHashMap<>();
            case RETURNED, ENDED, WITHDRAWN, CANCELLED, WINDOW_EXTENDED -> applicants(facts);
        };
    }

    private Map<String, @Nullable String> mayAct(TimelineWritten entry, @Nullable String organization) {
        return new LinkedHashMap<>(cases.mayAct(entry.caseId(), entry.task(), organization));
    }

    private static Map<String, @Nullable String> applicants(CaseDirectory.CaseFacts facts) {
        var recipients = new LinkedHashMap<String, @Nullable String>();
        facts.applicants().forEach(username -> recipients.put(username, null));
        return recipients;
    }

    private void write(
            NoticeKind kind,
            UUID caseId,
            CaseDirectory.CaseFacts facts,
            Map<String, @Nullable String> recipients,
            @Nullable String actor,
            @Nullable String words,
            Instant at) {
        if (recipients.isEmpty()) {
            return;
        }
        var byMail = mail.isThere() ? profiles.wanting(MailDelivery.AT_ONCE, recipients.keySet()) : Set.<String>of();
        jdbc.sql("""
                        with told as (
                            insert into notice.notice (recipient, kind, case_id, task_id, arguments, at)
                            select recipient, :kind, :case, task, :arguments, :at::timestamptz
                            from unnest(:recipients::text[], :tasks::text[]) as told (recipient, task)
                            returning id, recipient
                        )
                        insert into notice.mail (recipient, notice_id, written_at, next_at)
                        select recipient, id, :at::timestamptz, :at::timestamptz
                        from told where recipient = any(:byMail)
                        """)
                .param("kind", kind.name())
                .param("case", caseId)
                .param("arguments", new String[] {
                    facts.title(),
                    facts.number(),
                    actor == null ? "" : accounts.displayName(actor),
                    words == null ? "" : words
                })
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("recipients", recipients.keySet().toArray(String[]::new))
                .param("byMail", byMail.toArray(String[]::new))
                .param("tasks", recipients.values().toArray(String[]::new))
                .update();
    }
}
