package org.stillpoint.arbitraries;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Vector;

/** Numbers handed out in turn. */
final class Numbers {

    private final Iterator<BigFraction> numbers;

    Numbers(List<BigFraction> numbers) {
        this.numbers = numbers.iterator();
    }

    Vector vector(int size) {
        return new Vector(IntStream.range(0, size).mapToObj(i -> numbers.next()).toList());
    }

    Matrix matrix(int rows, int columns) {
        return new Matrix(IntStream.range(0, rows).mapToObj(j -> vector(columns)).toList());
    }
}
