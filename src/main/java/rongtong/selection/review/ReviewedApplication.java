package rongtong.selection.review;

import java.util.List;
import java.util.Map;
import rongtong.selection.panel.Assigned;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Track;

/**
 * One application as an expert reads it.
 *
 * @param roundTitle of the selection
 * @param applicantName in the language of the person
 * @param form form-js JSON of the application; empty before the expert has promised confidentiality and impartiality
 * @param answers as the applicant handed them in, corrections included; empty before that promise
 * @param files ids of what the applicant attached, in the order of the form; empty before that promise
 */
public record ReviewedApplication(
        Assigned assigned,
        String roundTitle,
        Track track,
        String applicantName,
        String form,
        Map<String, Object> answers,
        List<String> files) {

    public List<Criterion> criteria() {
        return track.criteria();
    }

    public boolean mayScore() {
        return assigned.declared() && assigned.open() && !assigned.isSubmitted();
    }
}
