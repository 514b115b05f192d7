package org.stillpoint.check.mistake;

import java.util.List;
import java.util.stream.Stream;

/** Every mistake that is known here. */
public final class Mistakes {

    private static final List<Mistake> ALL = Stream.of(SlopeMistakes.all(), DeltaMistakes.all(), InputMistakes.all(),
            GradientMistakes.all(), LossMistakes.all(), ForwardMistakes.all(), TrainingMistakes.all())
            .flatMap(List::stream).toList();

    /** The one mistake that is not in a formula: {@link Hypothesis#in} rounds as the program does. */
    private static final Mistake SINGLE_PRECISION = new Mistake("float32-for-float64",
            "Numbers are rounded to float32 on the way, where float64 is declared",
            "Calculate in float64 throughout, or declare float32",
            List.of(Scope.ALL), change -> { });

    private Mistakes() {
    }

    /** That a program calculates in float32 though it declares float64. */
    public static Mistake singlePrecision() {
        return SINGLE_PRECISION;
    }

    /** Those in formulas, in the order in which they are tried, the likeliest first. */
    public static List<Mistake> all() {
        return ALL;
    }
}
