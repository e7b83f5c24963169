package rongtong.selection.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the sheets of a panel to a result.
 *
 * @param ties tried one after another until the tie is broken; {@code JOINT_MEETING} leaves it to the leads
 * @param spreadAlarm points out of 100 between the highest and the lowest sheet from which a second turn is asked for
 */
public record Scoring(Rule rule, List<Tie> ties, int spreadAlarm) {

    /** How the sheets of one application become one number. */
    public enum Rule {
        /** 平均分. */
        MEAN,
        /** 去掉一个最高分和一个最低分的平均分. */
        TRIMMED_MEAN,
        /** 按专家标准化后的平均分. */
        NORMALISED
    }

    /**
     * One way to break a tie.
     *
     * @param criterion only for {@link Kind#CRITERION}: the one whose higher mean wins
     */
    public record Tie(Kind kind, @Nullable String criterion) {

        public Tie {
            criterion = criterion == null || criterion.isBlank() ? null : criterion;
        }

        /** What decides between equals. */
        public enum Kind {
            /** Whose application says {@code YES} to {@code provincialProject} comes first (省级产教融合项目优先, R-ZJ-30). */
            PROVINCIAL_PROJECT,
            CRITERION,
            SMALLER_SPREAD,
            EARLIER_RECEIPT,
            JOINT_MEETING
        }
    }
}
