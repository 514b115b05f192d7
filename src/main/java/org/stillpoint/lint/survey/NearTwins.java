package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Slices of a tensor that are nearly equal: at each place they differ by at most Q times the largest entry of both, in size. Only
 * finite ones that are not zero are asked about, and of those that are equal only the first one.
 *
 * @param axis along which the slices are
 * @param pairs in ascending order
 * @param complete whether these are all; else there were so many that looked alike that looking was broken off
 */
public record NearTwins(int axis, List<Pair> pairs, boolean complete) {

    /** A larger Q tells of nothing that people would call near. */
    public static final BigFraction LARGEST_Q = new BigFraction(1, 2);

    /**
     * Two slices.
     *
     * @param second its index is above that of the first one
     */
    public record Pair(int first, int second) {
    }

    public NearTwins {
        pairs = List.copyOf(pairs);
    }

    /**
     * Reads the tensor again, once as a whole, then some entries of each slice, then those of slices that are alike in these.
     *
     * @param slices what was found along the axis, which was looked at
     * @param q from 0 to {@link #LARGEST_Q}; with 0 there are none, as equal slices are found elsewhere
     * @throws IOException if the entries cannot be read
     * @throws DomainException if q is out of its range
     */
    public static NearTwins of(Weights weights, Slices slices, BigFraction q) throws IOException {
        return of(weights, slices, q, NearSearch.MOST_CHECKS, Settings.USUAL);
    }

    static NearTwins of(Weights weights, Slices slices, BigFraction q, int mostChecks, Settings settings) throws IOException {
        if (q.signum() < 0 || q.compareTo(LARGEST_Q) > 0) {
            throw new DomainException("near twins within " + q.getNumerator() + "/" + q.getDenominator()
                    + ", expected from 0 to 1/2");
        }
        if (q.signum() == 0 || !slices.looked()) {
            return new NearTwins(slices.axis(), List.of(), slices.looked());
        }
        return new NearSearch(weights, slices, q, mostChecks, settings).twins();
    }
}
