package org.stillpoint.check.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTextTest {

    private static final String PAGE = "--html FILE shows it step by step.";

    private static String text(Verdict verdict) {
        return VerdictText.of(verdict, PAGE);
    }

    @Test
    void aRightProgramIsToldSoWithWhatThatRestsOn() {
        assertThat(text(Verdicts.right())).isEqualTo("""
                my net: right in all 400 cases
                Judged in float64 without a tolerance, seed 7; 3 more cases it does not support.

                Conventions, which are no mistakes
                  relu-at-0  0  as in 2-1-1 relu, 1 sample
                  not seen: hinge-at-1

                  Claim    cases   wrong
                  LAW-1      120       0
                  ZERO-1     280       0
                """);
    }

    @Test
    void aMistakeIsNamedWithWhatToChangeAndTheSmallestCaseThatShowsIt() {
        Mistake slope = Mistake.of("activation-slope-left-out");

        assertThat(text(Verdicts.slopeLeftOut())).contains("wrong in 31 of 400 cases", slope.says() + " (in every hidden layer).",
                slope.advice() + ".", "explains 31 of 31 wrong cases", "cannot be told apart from",
                "slope-at-activation in every layer", """
                The smallest case: 2-1-1 relu, 1 sample
                  layer 1: W = [(2, 1)], b = (-5), relu
                  layer 2: W = [(4)], b = (1), identity
                  sample 1: x = (1, 1), y = (4)
                  loss: squared

                  gradient of the weight of layer 1, unit 1, input 1: yours -12, right 0
                  gradient of the weight of layer 1, unit 1, input 2: yours -12, right 0
                  gradient of the bias of layer 1, unit 1: yours -12, right 0

                  Unit 1 of layer 1 has z = -2, so it passes nothing on, yet its weight from input 1 got gradient -12.
                  --html FILE shows it step by step.
                """);
    }

    /** The sentences of a mistake, which are not this test's matter. */
    private record Mistake(String says, String advice) {

        static Mistake of(String id) {
            return new Mistake(Verdicts.mistake(id).says(), Verdicts.mistake(id).advice());
        }
    }

    @Test
    void whatNothingExplainsIsDescribed() {
        assertThat(text(Verdicts.unexplained("2.0"))).contains("No mistake that is known here explains it.",
                "  Only weights are wrong, no bias.",
                "The gradient of the weight of layer 1, unit 1, input 1 is delta times input, (-2) * 1 = -2; yours is 2.",
                "It is the right one with the other sign.");
    }

    @Test
    void aSimpleRatioIsTold() {
        assertThat(text(Verdicts.unexplained("-3.0"))).contains("It is 3/2 times the right one.");
    }

    @Test
    void whatIsNoNumberIsShownAsItWasWritten() {
        assertThat(text(Verdicts.unexplained("NaN"))).contains("yours NaN, right -2", "is NaN, which is no number.");
    }

    @Test
    void numbersThatDifferInTheLastDigitsOnlyAreShownWithAllOfThem() {
        assertThat(text(Verdicts.unexplained("-2.0000000000000004"))).contains("yours -2.0000000000000004, right -2",
                "The first digits are right");
    }

    @Test
    void aMemoryIsShownByTheRequestsThatShowIt() {
        assertThat(text(Verdicts.addedUp())).contains(Memory.ADDED_UP.says() + ".", Memory.ADDED_UP.advice() + ".",
                "it is the last of 2 requests to a fresh process:", "2. 1-1 identity, no bias, 1 sample (the same as request 1)",
                "It is 2 times the right one.");
    }

    @Test
    void aTrainingIsToldByWhereAParameterStartsAndEnds() {
        assertThat(text(Verdicts.trained("1.5"))).contains("2 steps with rate 0.25, batches of 1",
                "starts at 1 and is at 1.875 after 2 steps; yours is at 1.5, where it is to be after step 1.");
        assertThat(text(Verdicts.trained("1"))).contains("yours is at 1, where it was.");
        assertThat(text(Verdicts.trained("0.125"))).contains("yours is at 0.125, as far the other way.");
    }
}
