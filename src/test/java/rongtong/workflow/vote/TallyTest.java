package rongtong.workflow.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rongtong.policy.Fraction;
import rongtong.workflow.vote.VoteRule.MajorityBase;
import rongtong.workflow.vote.VoteRule.QuorumBase;

/** Counting a vote: exact shares, explicit bases. */
class TallyTest {

    static final Fraction TWO_THIRDS = new Fraction(2, 3, true);
    static final Fraction MORE_THAN_HALF = new Fraction(1, 2, false);

    @ParameterizedTest(name = "{0} for, {1} against, {2} abstained of {3}: {4}")
    @CsvSource({
        // exactly two thirds of those present carry a charter, one vote less does not
        "6, 3, 0, 9, true",
        "5, 4, 0, 9, false",
        "2, 1, 0, 3, true",
        // an abstention is present and not in favour
        "5, 0, 1, 6, true",
        "5, 0, 3, 8, false",
        // exactly two thirds of all are a quorum, one less is not
        "6, 0, 0, 9, true",
        "5, 0, 0, 9, false",
        // nobody present, nobody there
        "0, 0, 0, 9, false",
        "0, 0, 0, 0, false"
    })
    void aCharterNeedsTwoThirdsPresentAndTwoThirdsOfThoseInFavour(
            int inFavour, int against, int abstained, int units, boolean carried) {
        var rule = new VoteRule(TWO_THIRDS, QuorumBase.ALL, TWO_THIRDS, MajorityBase.PRESENT);

        assertThat(new Tally(rule, units, units, inFavour, against, abstained).carried())
                .isEqualTo(carried);
    }

    @ParameterizedTest(name = "{0} for, {1} against, {2} abstained of {3}: {4}")
    @CsvSource({"3, 3, 0, 6, false", "4, 3, 0, 7, true", "3, 2, 1, 6, false", "1, 0, 0, 1, true"})
    void aTieDoesNotCarryAnOrdinaryResolution(int inFavour, int against, int abstained, int units, boolean carried) {
        var rule = new VoteRule(TWO_THIRDS, QuorumBase.ALL, MORE_THAN_HALF, MajorityBase.PRESENT);

        assertThat(new Tally(rule, units, units, inFavour, against, abstained).carried())
                .isEqualTo(carried);
    }

    @Test
    void theBaseOfTheMajorityDecides() {
        var present = new VoteRule(TWO_THIRDS, QuorumBase.ALL, TWO_THIRDS, MajorityBase.PRESENT);
        var all = new VoteRule(TWO_THIRDS, QuorumBase.ALL, TWO_THIRDS, MajorityBase.ALL);

        assertThat(new Tally(present, 9, 9, 4, 2, 0).carried()).isTrue();
        assertThat(new Tally(all, 9, 9, 4, 2, 0).carried()).isFalse();
        assertThat(new Tally(all, 9, 9, 6, 0, 0).carried()).isTrue();
    }

    @Test
    void theBaseOfTheQuorumDecides() {
        var all = new VoteRule(TWO_THIRDS, QuorumBase.ALL, MORE_THAN_HALF, MajorityBase.PRESENT);
        var voting = new VoteRule(TWO_THIRDS, QuorumBase.VOTING, MORE_THAN_HALF, MajorityBase.PRESENT);

        assertThat(new Tally(all, 9, 6, 5, 0, 0).quorumReached()).isFalse();
        assertThat(new Tally(voting, 9, 6, 5, 0, 0).quorumReached()).isTrue();
    }

    @Test
    void moreVotesThanVotersAreABug() {
        var rule = new VoteRule(TWO_THIRDS, QuorumBase.ALL, TWO_THIRDS, MajorityBase.PRESENT);

        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(rule, 3, 3, 2, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(rule, 2, 3, 2, 0, 0));
    }

    /** Ten thousand random votes against the definition in exact arithmetic, and against each other. */
    @Test
    void agreesWithExactArithmeticForAnyVote() {
        var random = new Random(20261121);
        for (int i = 0; i < 10_000; i++) {
            int denominator = 1 + random.nextInt(9);
            var share = new Fraction(random.nextInt(denominator + 1), denominator, random.nextBoolean());
            var rule = new VoteRule(
                    TWO_THIRDS,
                    random.nextBoolean() ? QuorumBase.ALL : QuorumBase.VOTING,
                    share,
                    random.nextBoolean() ? MajorityBase.ALL : MajorityBase.PRESENT);
            int voters = random.nextInt(40);
            int inFavour = random.nextInt(voters + 1);
            int against = random.nextInt(voters - inFavour + 1);
            int abstained = random.nextInt(voters - inFavour - against + 1);
            var tally = new Tally(rule, voters + random.nextInt(5), voters, inFavour, against, abstained);

            assertThat(tally.present() + tally.absent()).isEqualTo(voters);
            assertThat(tally.carried()).as(tally.toString()).isEqualTo(carriedByDefinition(tally));
            if (tally.carried() && against > 0) {
                assertThat(new Tally(rule, tally.seats(), voters, inFavour + 1, against - 1, abstained).carried())
                        .as("one more in favour of " + tally)
                        .isTrue();
            }
        }
    }

    private static boolean carriedByDefinition(Tally tally) {
        return reached(tally.rule().quorum(), tally.present(), tally.quorumBase())
                && reached(tally.rule().majority(), tally.inFavour(), tally.majorityBase());
    }

    private static boolean reached(Fraction share, int part, int whole) {
        int comparison = BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(share.denominator()))
                .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(share.numerator())));
        return whole > 0 && (share.boundaryBelongs() ? comparison >= 0 : comparison > 0);
    }
}
