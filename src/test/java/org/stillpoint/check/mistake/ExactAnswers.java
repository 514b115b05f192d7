package org.stillpoint.check.mistake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.check.rounding.UndecidedSignException;

/** What programs would answer if they did not round, as far as rounding programs could not differ in a sign. */
final class ExactAnswers {

    private static final Elementary EXACT = new Elementary(FloatFormat.EXACT, 0);

    /** Keeps exact values beside their bounds, and shortens those of elementary functions. */
    private static final Elementary FLOAT64 = new Elementary(FloatFormat.FLOAT64, 0);

    /** Digits behind the point in which answers are compared, as elementary functions are kept with somewhat more. */
    private static final int DIGITS = 30;

    private ExactAnswers() {
    }

    /**
     * Every number of an answer; empty if rounding may change a sign on the way to it.
     *
     * @throws OpenConventionException if it depends on one that is open
     */
    static List<BigDecimal> of(Hypothesis hypothesis, Conventions conventions, Question question) {
        try {
            Prediction prediction = Prediction.of(hypothesis, conventions,
                    question.network().isRational() && question.loss().isRational() ? EXACT : FLOAT64, question);
            return Stream.of(prediction.parameters().stream(), prediction.outputs().stream().flatMap(List::stream),
                            prediction.reportedLoss().map(Prediction.LossOfPass::value).stream())
                    .flatMap(numbers -> numbers).map(Rounded::value).map(ExactAnswers::shortened).toList();
        } catch (UndecidedSignException e) {
            return List.of();
        }
    }

    private static BigDecimal shortened(BigFraction number) {
        return new BigDecimal(number.getNumerator())
                .divide(new BigDecimal(number.getDenominator()), DIGITS, RoundingMode.HALF_EVEN);
    }
}
