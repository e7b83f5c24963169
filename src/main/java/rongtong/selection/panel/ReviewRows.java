package rongtong.selection.panel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.round.Rounds;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;

/** What the forms of a review show of the applications in it. */
@Component
class ReviewRows {

    private final Reviews reviews;
    private final Sheets sheets;
    private final Rounds rounds;
    private final Organizations organizations;
    private final Texts texts;

    ReviewRows(Reviews reviews, Sheets sheets, Rounds rounds, Organizations organizations, Texts texts) {
        this.reviews = reviews;
        this.sheets = sheets;
        this.rounds = rounds;
        this.organizations = organizations;
        this.texts = texts;
    }

    /** What names the review. */
    Map<String, Object> heading(UUID review) {
        var found = reviews.get(review);
        var track = sheets.track(found.round(), found.track());
        var heading = new HashMap<String, Object>();
        heading.put("roundTitle", rounds.get(found.round()).title());
        heading.put("trackName", english() ? track.nameEn() : track.name());
        heading.put("turnName", texts.of("selection.panel.turn." + found.turn()));
        return heading;
    }

    static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** What names one application of a list; further fields may be added. */
    Map<String, @Nullable Object> row(Assigned assigned) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("number", assigned.number());
        row.put("title", assigned.title());
        row.put("applicantName", organizations.name(assigned.applicant()));
        return row;
    }

    /** The place of an application among the rows that were sent; below zero if it is not there. */
    static int placeOf(Assigned assigned, List<Answers> rows) {
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place).text("number").equals(assigned.number())) {
                return place;
            }
        }
        return -1;
    }
}
