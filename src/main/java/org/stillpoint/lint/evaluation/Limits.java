package org.stillpoint.lint.evaluation;

import org.stillpoint.domain.DomainException;

/**
 * How much is computed at most.
 *
 * @param parameters entries of tensors
 * @param operations multiplications with additions, each counted as often as its longer factor has words of 64 bits
 * @param bits of the longer one of numerator and denominator: a number that is longer is replaced by one near it with as many.
 *     Numbers double in length where values are multiplied with each other
 */
public record Limits(long parameters, long operations, int bits) {

    /**
     * Some seconds on one core, where numbers stay short. Bringing results to lowest terms is not counted, and takes most of the
     * time where they are long, then up to a minute.
     */
    public static final Limits USUAL = new Limits(4_000_000, 50_000_000, 1 << 14);

    /** What has been computed. */
    static final class Meter {

        private static final int WORD = 64;

        private final Limits limits;
        private long parameters;
        private long operations;

        Meter(Limits limits) {
            this.limits = limits;
        }

        /** @throws DomainException if that is over the limit */
        void read(long entries) {
            parameters += entries;
            if (parameters > limits.parameters) {
                throw new DomainException("more than " + limits.parameters
                        + " parameters, expected a model small enough to be computed exactly");
            }
        }

        /** @throws DomainException if that is over the limit */
        void compute(long count, int bits) {
            operations += count * (1 + bits / WORD);
            if (operations > limits.operations || operations < 0) {
                throw new DomainException("more than " + limits.operations
                        + " operations on words of 64 bits, expected a model and data small enough to be computed exactly");
            }
        }
    }
}
