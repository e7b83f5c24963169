package rongtong.selection.application;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Track;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/** Applications on the applicant's side: begun, handed in, corrected; with partners, route and versions of the text. */
@Service
@Transactional
public class Submissions {

    private final JdbcClient jdbc;
    private final Json json;
    private final Organizations organizations;
    private final RecommendationRoutes routes;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Json json, Organizations organizations, RecommendationRoutes routes, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.organizations = organizations;
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * What was handed in.
     *
     * @param sha256 of the canonical JSON of the answers
     * @param receivedAt the server's time of receipt
     */
    public record Submission(
            UUID application,
            Map<String, @Nullable Object> answers,
            String title,
            List<Partner> partners,
            String sha256,
            Instant receivedAt,
            String actor) {}

    /**
     * Begins an application; nobody but the applicant sees it.
     *
     * @param number of its case
     * @throws RuleViolation if the applicant has one in this track already
     */
    public void begin(UUID caseId, String number, UUID round, String track, String applicantCode, String title) {
        var applicant = organizations.get(applicantCode);
        try {
            jdbc.sql("""
                            insert into selection.application
                                (case_id, number, round, track, applicant, region, title, status, opened_at)
                            values (:case, :number, :round, :track, :applicant, :region, :title, 'WRITING', :now)
                            """)
                    .param("case", caseId)
                    .param("number", number)
                    .param("round", round)
                    .param("track", track)
                    .param("applicant", applicantCode)
                    .param("region", applicant.region())
                    .param("title", title)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException already) {
            throw new RuleViolation(Message.of("selection.application.once"));
        }
    }

    /**
     * Takes an application in: from now on it is under way.
     *
     * @param track whose route it takes
     * @throws RuleViolation if it is not being written any more
     */
    public void submit(Submission submission, Track track) {
        var application = submission.application();
        var applicant = jdbc.sql("""
                        update selection.application
                        set status = 'SUBMITTED', title = :title, answers = :answers::jsonb, sha256 = :sha256,
                            received_at = :at, received_by = :actor
                        where case_id = :application and status = 'WRITING'
                        returning applicant
                        """)
                .param("title", submission.title())
                .param("answers", json.write(submission.answers()))
                .param("sha256", submission.sha256())
                .param("at", Timestamp.from(submission.receivedAt()))
                .param("actor", submission.actor())
                .param("application", application)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RuleViolation(Message.of("selection.application.not-writing")));
        keepVersion(
                application, submission.answers(), submission.sha256(), submission.actor(), submission.receivedAt());
        keepPartners(application, submission.partners());
        var place = 1;
        for (var organ : routes.of(track, applicant)) {
            jdbc.sql("insert into selection.route (application, place, organ) values (?, ?, ?)")
                    .params(application, place++, organ)
                    .update();
        }
    }

    /** Keeps the number of the receipt that was issued for it. */
    public void receipt(UUID application, String number) {
        jdbc.sql("update selection.application set receipt = ? where case_id = ?")
                .params(number, application)
                .update();
    }

    /** The applicant has corrected what was asked for: the new text with its hash beside the first. */
    public void correct(
            UUID application,
            Map<String, @Nullable Object> answers,
            String title,
            List<Partner> partners,
            String actor) {
        jdbc.sql("update selection.application set title = ?, answers = ?::jsonb where case_id = ?")
                .params(title, json.write(answers), application)
                .update();
        keepVersion(application, answers, CanonicalJson.sha256(answers), actor, clock.instant());
        keepPartners(application, partners);
    }

    /** Keeps what was typed last of an application that was never handed in, to be used again. */
    public void keepText(UUID application, Map<String, @Nullable Object> typed) {
        jdbc.sql("""
                        update selection.application set answers = ?::jsonb
                        where case_id = ? and received_at is null and answers = '{}'
                        """).params(json.write(typed), application).update();
    }

    /** Codes of the organs that recommend it, in their order; empty before it was handed in, and where nobody does. */
    @Transactional(readOnly = true)
    public List<String> route(UUID application) {
        return jdbc.sql("select organ from selection.route where application = ? order by place")
                .param(application)
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Partner> partners(UUID application) {
        return jdbc.sql(
                        "select organization, name, kind, credit from selection.partner where application = ? order by place")
                .param(application)
                .query(Partner.class)
                .list();
    }

    /** What the check found of the applicant itself and of each partner, in the order of {@link #partners}. */
    public void keepCredit(UUID application, CreditFinding ofApplicant, List<CreditFinding> ofPartners) {
        jdbc.sql("update selection.application set credit = ? where case_id = ?")
                .params(ofApplicant.name(), application)
                .update();
        for (int place = 0; place < ofPartners.size(); place++) {
            jdbc.sql("update selection.partner set credit = ? where application = ? and place = ?")
                    .params(ofPartners.get(place).name(), application, place)
                    .update();
        }
    }

    /** Versions of the text, the one that was received first. */
    @Transactional(readOnly = true)
    public List<ApplicationText> versions(UUID application) {
        return jdbc.sql("""
                        select version, sha256, actor, at from selection.application_text
                        where application = ? order by version
                        """).param(application).query(ApplicationText.class).list();
    }

    /**
     * One version as its hash was taken of it.
     *
     * @throws NotFound if there is no such version
     */
    @Transactional(readOnly = true)
    public String canonical(UUID application, int version) {
        return jdbc.sql("select answers from selection.application_text where application = ? and version = ?")
                .params(application, version)
                .query(String.class)
                .optional()
                .map(json::readObject)
                .map(CanonicalJson::of)
                .orElseThrow(() -> new NotFound("application text", version));
    }

    private void keepVersion(
            UUID application, Map<String, @Nullable Object> answers, String sha256, String actor, Instant at) {
        jdbc.sql("""
                        insert into selection.application_text (application, version, answers, sha256, actor, at)
                        select :application, count(*) + 1, :answers::jsonb, :sha256, :actor, :at
                        from selection.application_text where application = :application
                        """)
                .param("application", application)
                .param("answers", json.write(answers))
                .param("sha256", sha256)
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .update();
    }

    private void keepPartners(UUID application, List<Partner> partners) {
        jdbc.sql("delete from selection.partner where application = ?")
                .param(application)
                .update();
        for (int place = 0; place < partners.size(); place++) {
            var partner = partners.get(place);
            jdbc.sql("""
                            insert into selection.partner (application, place, organization, name, kind)
                            values (:application, :place, :organization, :name, :kind)
                            """)
                    .param("application", application)
                    .param("place", place)
                    .param("organization", partner.organization())
                    .param("name", partner.name())
                    .param("kind", partner.kind())
                    .update();
        }
    }
}
