package rongtong.selection.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;
import rongtong.selection.programme.Track;
import rongtong.selection.ranking.Figures;
import rongtong.selection.ranking.QuotaCheck;

/** How quotas, rules and figures of a selection are written on its pages. */
final class SelectionWords {

    private SelectionWords() {}

    static boolean english() {
        return UI.getCurrent().getLocale().getLanguage().equals("en");
    }

    static String name(Track track) {
        return english() ? track.nameEn() : track.name();
    }

    static String name(Criterion criterion) {
        return english() ? criterion.nameEn() : criterion.name();
    }

    /** 2个, 20个左右, 10个以上. */
    static String quota(Quota quota) {
        return translate("selection.ranking.quota." + quota.kind(), quota.places());
    }

    /** How many are proposed and what the quota says to it. */
    static String check(QuotaCheck check) {
        return translate(
                "selection.ranking.check." + check.verdict(), check.number(), quota(check.quota()), bounds(check));
    }

    /** How many partner enterprises those proposed have in all. */
    static String partners(QuotaCheck check) {
        return translate(
                "selection.ranking.partners." + check.verdict(), check.number(), quota(check.quota()), bounds(check));
    }

    private static String bounds(QuotaCheck check) {
        return check.most() == Integer.MAX_VALUE
                ? translate("selection.ranking.bounds.least", check.least())
                : check.least() == check.most() ? String.valueOf(check.least()) : check.least() + "–" + check.most();
    }

    /** The scoring rule and what parts ties, in one line. */
    static String rule(Scoring scoring, Track track) {
        var ties = scoring.ties().stream()
                .map(tie -> tie(tie, track.criteria()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(translate("selection.ranking.then")));
        return ties.isEmpty()
                ? translate("selection.ranking.rule." + scoring.rule())
                : translate(
                        "selection.ranking.rule-with-ties",
                        translate("selection.ranking.rule." + scoring.rule()),
                        ties);
    }

    private static String tie(Scoring.Tie tie, List<Criterion> criteria) {
        if (tie.kind() != Scoring.Tie.Kind.CRITERION) {
            return translate("selection.ranking.tie." + tie.kind());
        }
        return criteria.stream()
                .filter(criterion -> criterion.key().equals(tie.criterion()))
                .findFirst()
                .map(criterion -> translate("selection.ranking.tie.CRITERION", name(criterion)))
                .orElse("");
    }

    /** Points to the line with their sign; a dash for none. */
    static String margin(@Nullable BigDecimal margin) {
        if (margin == null) {
            return "—";
        }
        var figure = Figures.shown(margin.abs());
        return margin.signum() > 0 ? "+" + figure : margin.signum() < 0 ? "−" + figure : figure;
    }

    /** 3, or 2–5 where one expert makes a difference. */
    static String range(int best, int worst) {
        return best == worst ? String.valueOf(best) : best + "–" + worst;
    }
}
