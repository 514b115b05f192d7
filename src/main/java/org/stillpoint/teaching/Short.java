package org.stillpoint.teaching;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.Trace;

/** Numbers short enough to calculate with by hand: numerators of two digits at most, denominators up to 16. */
final class Short {

    private static final BigInteger NUMERATOR = BigInteger.valueOf(99);
    private static final BigInteger DENOMINATOR = BigInteger.valueOf(16);

    private Short() {
    }

    static boolean is(BigFraction number) {
        return number.getNumerator().abs().compareTo(NUMERATOR) <= 0 && number.getDenominator().compareTo(DENOMINATOR) <= 0;
    }

    static boolean are(List<BigFraction> numbers) {
        return numbers.stream().allMatch(Short::is);
    }

    /** Whether every number of a training is. */
    static boolean is(Trace trace) {
        return trace.steps().stream().flatMap(Short::numbers).allMatch(Short::is);
    }

    private static Stream<BigFraction> numbers(StepTrace step) {
        return Stream.of(step.samples().stream().flatMap(Short::numbers), step.gradients().parameters().stream(),
                step.network().parameters().stream()).flatMap(numbers -> numbers);
    }

    private static Stream<BigFraction> numbers(SampleTrace sample) {
        return Stream.concat(Stream.of(sample.loss()), Stream.of(sample.preactivations(), sample.activations(), sample.deltas(),
                List.of(sample.output())).flatMap(List::stream).map(Vector::entries).flatMap(List::stream));
    }
}
