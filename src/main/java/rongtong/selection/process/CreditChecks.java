package rongtong.selection.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.credit.Credits;
import rongtong.organization.Organizations;
import rongtong.selection.application.CreditFinding;
import rongtong.selection.application.Partner;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.application.Submissions;
import rongtong.shared.Texts;

/** Looks up the credit of an applicant and all its partners: 校企合作双方应具有优良信用记录 (R-JL-39). */
@Component
class CreditChecks {

    private final PilotApplications applications;
    private final Submissions submissions;
    private final Credits credits;
    private final Organizations organizations;
    private final Texts texts;

    CreditChecks(
            PilotApplications applications,
            Submissions submissions,
            Credits credits,
            Organizations organizations,
            Texts texts) {
        this.applications = applications;
        this.submissions = submissions;
        this.credits = credits;
        this.organizations = organizations;
        this.texts = texts;
    }

    /** Keeps what it finds of each. @return whether all of them are good */
    boolean isGood(UUID application) {
        var ofApplicant = finding(applications.get(application).applicant());
        var ofPartners = submissions.partners(application).stream()
                .map(Partner::organization)
                .map(this::finding)
                .toList();
        submissions.keepCredit(application, ofApplicant, ofPartners);
        return Stream.concat(Stream.of(ofApplicant), ofPartners.stream()).allMatch(CreditFinding.GOOD::equals);
    }

    private CreditFinding finding(@Nullable String organization) {
        if (organization == null) {
            return CreditFinding.UNKNOWN;
        }
        return credits.of(organization).isGood() ? CreditFinding.GOOD : CreditFinding.ENTRY;
    }

    /** Who is not simply good, with the entries as they are today. */
    List<Map<String, Object>> rows(UUID application) {
        var rows = new ArrayList<Map<String, Object>>();
        var applicant = applications.get(application).applicant();
        if (finding(applicant) != CreditFinding.GOOD) {
            rows.add(row(organizations.name(applicant), applicant));
        }
        for (var partner : submissions.partners(application)) {
            if (finding(partner.organization()) != CreditFinding.GOOD) {
                rows.add(row(partner.name(), partner.organization()));
            }
        }
        return rows;
    }

    private Map<String, Object> row(String name, @Nullable String organization) {
        return Map.of(
                "name",
                name,
                "finding",
                texts.of("selection.application.credit." + finding(organization)),
                "entries",
                organization == null ? "—" : entries(organization));
    }

    private String entries(String organization) {
        return credits.of(organization).obstacles().stream()
                .map(entry -> texts.of(
                        "selection.application.credit-entry",
                        texts.of("credit.kind." + entry.kind()),
                        entry.reason(),
                        entry.source(),
                        entry.validFrom().toString()))
                .collect(Collectors.joining("；"));
    }
}
