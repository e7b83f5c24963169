package rongtong.selection.programme;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import rongtong.organization.OrganizationKind;

/**
 * One category of applications (申报类别), ranked by itself.
 *
 * @param key such as {@code region}, unique in the programme
 * @param applicants kinds of organisations that may apply at all; the table says the rest
 * @param quota how many are to be selected
 * @param eligibility id of the decision (DMN) that says whether an organisation may apply, with a reason
 * @param form id of the application form under {@code forms/selection}
 * @param route who recommends before the province decides, from below; empty where one applies to the province directly
 * @param criteria weights sum to 100
 * @param panelSize experts for each application: odd, at least five (default D8)
 */
public record Track(
        String key,
        String name,
        String nameEn,
        Set<OrganizationKind> applicants,
        Quota quota,
        String eligibility,
        String form,
        List<Recommender> route,
        List<Criterion> criteria,
        int panelSize) {

    /** In a language of the screens. */
    public String name(Locale locale) {
        return Programme.in(locale, name, nameEn);
    }

    /** A body that recommends: the government or the department in charge of the applicant's own county or city. */
    public enum Recommender {
        /** 县级主管部门. */
        COUNTY,
        /** 市（州）政府. */
        CITY
    }
}
