package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.form.AnswerWords;
import rongtong.form.Form;
import rongtong.form.FormModel;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.programme.ProgrammeForms;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Track;
import rongtong.shared.NotFound;

/** Ranked applications side by side: scores by criterion, comments of the experts, answers field by field. */
@Service
@Transactional(readOnly = true)
public class Comparisons {

    /** More than can be read beside each other. */
    public static final int MOST = 4;

    private final JdbcClient jdbc;
    private final Rankings rankings;
    private final RankingAccess access;
    private final Programmes programmes;
    private final ProgrammeForms forms;
    private final PilotApplications applications;
    private final AnswerWords words;

    Comparisons(
            JdbcClient jdbc,
            Rankings rankings,
            RankingAccess access,
            Programmes programmes,
            ProgrammeForms forms,
            PilotApplications applications,
            AnswerWords words) {
        this.jdbc = jdbc;
        this.rankings = rankings;
        this.access = access;
        this.programmes = programmes;
        this.forms = forms;
        this.applications = applications;
        this.words = words;
    }

    /**
     * In the order asked for; no more than {@value #MOST}.
     *
     * @throws NotFound if one is not ranked or the person may not see it
     */
    public List<ComparedApplication> of(List<UUID> chosen) {
        return chosen.stream().limit(MOST).map(this::of).toList();
    }

    private ComparedApplication of(UUID application) {
        var explained = rankings.explain(application);
        var round = access.requireVisible(explained.round());
        var track = programmes
                .get(round.programme(), round.version())
                .track(explained.row().track())
                .orElseThrow(() -> new NotFound("track", explained.row().track()));
        return new ComparedApplication(
                explained,
                means(explained.arithmetic(), track),
                comments(explained.arithmetic(), application, access.seesExperts(round)),
                answers(track, application));
    }

    private static Map<String, BigDecimal> means(Arithmetic arithmetic, Track track) {
        var means = new LinkedHashMap<String, BigDecimal>();
        for (var criterion : track.criteria()) {
            means.put(
                    criterion.key(),
                    Figures.mean(arithmetic.sheets().stream()
                            .flatMap(sheet -> sheet.contributions().stream())
                            .filter(contribution -> contribution.criterion().equals(criterion.key()))
                            .map(Arithmetic.Contribution::score)
                            .toList()));
        }
        return means;
    }

    /** What the experts of the panel wrote, in the order of their sheets. */
    public List<ComparedApplication.Comment> comments(UUID application) {
        var explained = rankings.explain(application);
        return comments(
                explained.arithmetic(), application, access.seesExperts(access.requireVisible(explained.round())));
    }

    private List<ComparedApplication.Comment> comments(Arithmetic arithmetic, UUID application, boolean named) {
        var written = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select distinct on (s.expert) s.expert, s.comment
                        from selection.sheet s
                        join selection.assignment g
                            on g.application = s.application and g.expert = s.expert and g.ended_at is null
                        where s.application = ? and s.submitted_at is not null
                        order by s.expert, s.turn desc
                        """).param(application).query(row -> {
            written.put(row.getString("expert"), Objects.requireNonNullElse(row.getString("comment"), ""));
        });
        var comments = new ArrayList<ComparedApplication.Comment>();
        int index = 0;
        for (var entry : written.entrySet()) {
            var expert = !named && index < arithmetic.sheets().size()
                    ? arithmetic.sheets().get(index).expert()
                    : entry.getKey();
            if (!entry.getValue().isBlank()) {
                comments.add(new ComparedApplication.Comment(expert, entry.getValue()));
            }
            index++;
        }
        return comments;
    }

    private Map<String, String> answers(Track track, UUID application) {
        if (!forms.ids().contains(track.form())) {
            return Map.of();
        }
        var locale = LocaleContextHolder.getLocale();
        var model = FormModel.readOnly(
                Form.parse(forms.json(track.form())).in(locale),
                applications.get(application).answers());
        var answers = new LinkedHashMap<String, String>();
        for (var place : words.places(model, locale)) {
            var path = String.valueOf(place.value());
            if (!path.contains("[")) {
                answers.put(place.label(), words.answer(model, path, locale));
            }
        }
        return answers;
    }
}
