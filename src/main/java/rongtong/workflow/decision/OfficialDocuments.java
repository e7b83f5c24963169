package rongtong.workflow.decision;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rongtong.document.DocumentPrinted;
import rongtong.document.IssuedDocument.State;
import rongtong.document.official.OfficialDocument;
import rongtong.document.official.OfficialDraft;
import rongtong.document.official.OfficialDraft.Wording;
import rongtong.document.official.OfficialRecords;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;
import rongtong.workflow.decision.DocumentDrafts.Draft;

/**
 * Issues official documents from diagrams: {@code ${officialDocuments.issue(execution, 'acceptance-notice', organ,
 * applicant)}}. Documents are written in Chinese, whoever clicks. One that cannot be printed for want of a font has its
 * number and waits; the case goes on.
 */
@ProcessBean("officialDocuments")
public class OfficialDocuments {

    private final JdbcClient jdbc;
    private final OfficialRecords records;
    private final CaseFacts facts;
    private final Organizations organizations;
    private final Timeline timeline;
    private final Texts texts;

    OfficialDocuments(
            JdbcClient jdbc,
            OfficialRecords records,
            CaseFacts facts,
            Organizations organizations,
            Timeline timeline,
            Texts texts) {
        this.jdbc = jdbc;
        this.records = records;
        this.facts = facts;
        this.organizations = organizations;
        this.timeline = timeline;
        this.texts = texts;
    }

    /**
     * Issues a document that nobody has to sign. Its facts come from the case ({@link CaseFacts}).
     *
     * @param kind {@code acceptance-notice}, {@code correction-notice}, {@code refusal-of-acceptance}, {@code approval},
     *     {@code disapproval}, {@code extension-notice}, {@code filing-receipt} or {@code rectification-notice}
     * @param organ code of the organisation that issues it
     * @param addressee code of an organisation, or a name; empty for the organisation that started the case
     * @return the number, for {@code camunda:resultVariable}
     */
    public String issue(DelegateExecution execution, String kind, String organ, String addressee) {
        var caseId = UUID.fromString(String.valueOf(execution.getVariable("caseId")));
        return issue(caseId, kind, organ, addressee, execution.getVariables()).number();
    }

    /** The same for procedures that issue in Java, in the caller's transaction. @param variables further facts */
    public OfficialDocument issue(
            UUID caseId, String kind, String organ, String addressee, Map<String, Object> variables) {
        return inChinese(() -> issue(draft(caseId, kind, organ, addressee, variables, null)));
    }

    /**
     * The same at the end of the caller's transaction, worded with what is known now: the numbers of a series are given one
     * after another, so that a crowd that asks for the same series waits for nothing but the number.
     *
     * @param afterwards in the same transaction, with the document
     */
    public void issueLast(
            UUID caseId,
            String kind,
            String organ,
            String addressee,
            Map<String, Object> variables,
            Consumer<OfficialDocument> afterwards) {
        var draft = draft(caseId, kind, organ, addressee, variables, null);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                afterwards.accept(inChinese(() -> issue(draft)));
            }
        });
    }

    /**
     * Issues the draft that the leader has signed ({@code decision-document.bpmn}).
     *
     * @return the number
     */
    public String issueSigned(DelegateExecution execution) {
        var variables = execution.getVariables();
        var caseId = UUID.fromString(text(variables, "caseId"));
        var kind = text(variables, "documentKind");
        var organ = text(variables, "organ");
        var draft = openDraft(jdbc, caseId, kind, organ)
                .orElseThrow(() -> new IllegalStateException("No draft of %s in case %s".formatted(kind, caseId)));
        var issued = inChinese(() -> issue(draft(caseId, kind, organ, text(variables, "addressee"), variables, draft)));
        jdbc.sql("""
                        update workflow.document_draft set issued = :document
                        where case_id = :case and kind = :kind and organ = :organ and version <= :version
                        and issued is null
                        """)
                .param("document", issued.id())
                .param("case", caseId)
                .param("kind", kind)
                .param("organ", organ)
                .param("version", draft.version())
                .update();
        return issued.number();
    }

    static Optional<Draft> openDraft(JdbcClient jdbc, UUID caseId, String kind, String organ) {
        return jdbc.sql("""
                        select version, title, body, attachments, copies from workflow.document_draft
                        where case_id = :case and kind = :kind and organ = :organ and issued is null
                        order by version desc limit 1
                        """)
                .param("case", caseId)
                .param("kind", kind)
                .param("organ", organ)
                .query(Draft.class)
                .optional();
    }

    /** Name of whom a document goes to, in Chinese. @param addressee as in {@link #issue} */
    String addressee(UUID caseId, String addressee) {
        return inChinese(() -> addressee.isBlank()
                ? facts.applicant(caseId)
                : organizations
                        .find(addressee)
                        .map(found -> organizations.name(addressee))
                        .orElse(addressee));
    }

    /** @param written null to let the template speak */
    OfficialDraft draft(
            UUID caseId,
            String kind,
            String organ,
            String addressee,
            Map<String, Object> variables,
            @Nullable Draft written) {
        return inChinese(() -> {
            var known = new HashMap<>(facts.of(caseId, kind, variables));
            known.computeIfPresent("subject", (place, subject) -> subject(subject.toString()));
            return new OfficialDraft(
                    caseId,
                    kind,
                    organ,
                    organizations.name(organ),
                    addressee(caseId, addressee),
                    known,
                    written == null ? List.of() : parts(written.copies(), "[,，;；、\\n]"),
                    written == null ? List.of() : parts(written.attachments(), "\n"),
                    written == null ? null : new Wording(written.title(), written.body()));
        });
    }

    private static List<String> parts(String text, String separators) {
        return Arrays.stream(text.split(separators))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static String text(Map<String, Object> variables, String name) {
        var value = variables.get(name);
        return value == null ? "" : value.toString();
    }

    private OfficialDocument issue(OfficialDraft draft) {
        var document = records.issue(draft);
        var key = document.state() == State.WAITING_FOR_FONT
                ? Message.of("workflow.document-waits", document.title(), document.number())
                : Message.of("workflow.document-issued", document.title(), document.number(), document.textSha256());
        timeline.note(draft.caseId(), "document-issued", draft.organ(), texts.in(Locale.SIMPLIFIED_CHINESE, key));
        return document;
    }

    @EventListener
    void printed(DocumentPrinted printed) {
        if (!printed.late()) {
            return;
        }
        records.find(printed.document())
                .ifPresent(document -> timeline.note(
                        document.caseId(),
                        "document-printed",
                        document.organ(),
                        texts.in(
                                Locale.SIMPLIFIED_CHINESE,
                                Message.of(
                                        "workflow.document-printed",
                                        document.title(),
                                        document.number(),
                                        printed.sha256()))));
    }

    /** Titles of cases read 关于……的申请; inside 关于……的批复 only what stands between is wanted. */
    private static String subject(String title) {
        return title.replaceFirst("^关于", "").replaceFirst("的?(申请|请示|报告|备案)$", "");
    }

    private static <T> T inChinese(Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        try {
            LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
