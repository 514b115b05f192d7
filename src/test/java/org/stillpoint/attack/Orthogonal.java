package org.stillpoint.attack;

import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.Vectors;

/** Vectors orthogonal to a vector. */
final class Orthogonal {

    private Orthogonal() {
    }

    /** The vector x with one entry changed so that it is orthogonal to v. */
    static BigFraction[] to(BigFraction[] v, BigFraction[] x) {
        BigFraction[] orthogonal = x.clone();
        for (int k = 0; k < v.length; k++) {
            if (v[k].signum() != 0) {
                orthogonal[k] = x[k].subtract(Vectors.dot(v, x).divide(v[k]));
                return orthogonal;
            }
        }
        return orthogonal;
    }

    static boolean areAll(BigFraction[] v, BigFraction[][] vectors) {
        return Stream.of(vectors).allMatch(x -> Vectors.dot(v, x).signum() == 0);
    }
}
