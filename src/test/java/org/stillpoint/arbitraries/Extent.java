package org.stillpoint.arbitraries;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * The entries of a matrix as {@link Growth} sees them: which may be other than 0, row by row, and how long such a one can be.
 *
 * @param other for each row the columns where an entry may be other than 0
 */
record Extent(BitSet[] other, Size size) {

    static Extent of(BigFraction[][] rows, Size[][] sizes) {
        return new Extent(Arrays.stream(rows).map(row -> {
            BitSet other = new BitSet();
            IntStream.range(0, row.length).filter(k -> row[k].signum() != 0).forEach(other::set);
            return other;
        }).toArray(BitSet[]::new), Arrays.stream(sizes).flatMap(Arrays::stream).reduce(Size.ZERO, Size::or));
    }

    /** This and the other, where each may be other than 0. */
    Extent plus(Extent added) {
        return new Extent(IntStream.range(0, other.length).mapToObj(j -> {
            BitSet either = (BitSet) other[j].clone();
            either.or(added.other[j]);
            return either;
        }).toArray(BitSet[]::new), size.plus(added.size));
    }

    Extent times(Size factor) {
        Size product = size.times(factor);
        return product.isZero() ? new Extent(IntStream.range(0, other.length).mapToObj(j -> new BitSet()).toArray(BitSet[]::new),
                product)
                : new Extent(other, product);
    }

    int count() {
        return Arrays.stream(other).mapToInt(BitSet::cardinality).sum();
    }
}
