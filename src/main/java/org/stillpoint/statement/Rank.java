package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Vector;

/** How many of some vectors are linearly independent, by elimination without rounding. */
final class Rank {

    private Rank() {
    }

    /** @param rows of one length */
    static int of(List<Vector> rows) {
        List<List<BigFraction>> left = new ArrayList<>(rows.stream().map(Vector::entries).toList());
        int rank = 0;
        for (int k = 0; k < rows.get(0).size(); k++) {
            int column = k;
            Optional<List<BigFraction>> pivot = left.stream().filter(row -> row.get(column).signum() != 0).findFirst();
            if (pivot.isPresent()) {
                rank++;
                left.remove(pivot.get());
                left.replaceAll(row -> eliminated(row, pivot.get(), column));
            }
        }
        return rank;
    }

    private static List<BigFraction> eliminated(List<BigFraction> row, List<BigFraction> pivot, int column) {
        BigFraction factor = row.get(column).divide(pivot.get(column));
        return IntStream.range(0, row.size()).mapToObj(i -> row.get(i).subtract(factor.multiply(pivot.get(i)))).toList();
    }
}
