package org.stillpoint.arbitraries;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;

/** Arrays of rationals in the shapes that the kernel takes. */
public final class KernelArrays {

    private KernelArrays() {
    }

    /** A vector of the given length, from 0. */
    public static Arbitrary<BigFraction[]> vector(int length) {
        return Rationals.any().array(BigFraction[].class).ofSize(length);
    }

    public static Arbitrary<BigFraction[][]> matrix(int rows, int columns) {
        return vector(columns).array(BigFraction[][].class).ofSize(rows);
    }

    /** The given number of vectors, all of one length from 0 to 4. */
    public static Arbitrary<BigFraction[][]> vectors(int count) {
        return Arbitraries.integers().between(0, 4).flatMap(length -> matrix(count, length));
    }

    /** Up to three rows with up to three entries each, not all of one length. */
    public static Arbitrary<BigFraction[][]> raggedRows() {
        return Rationals.any().array(BigFraction[].class).ofMaxSize(3).array(BigFraction[][].class).ofMaxSize(3);
    }

    /** Rows as long as the given ones. */
    static Arbitrary<BigFraction[][]> rows(BigFraction[][] shape) {
        List<Arbitrary<BigFraction[]>> rows = Arrays.stream(shape).map(row -> vector(row.length)).toList();
        return Combinators.combine(rows).as(r -> r.toArray(BigFraction[][]::new));
    }
}
