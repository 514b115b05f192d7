package org.stillpoint.domain;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * Stochastic gradient descent: {@code v <- m v + g + q theta} (the decay q on weights only), {@code theta <- theta - eta v}, with
 * g the mean gradient over a batch. The samples pass in order in consecutive batches, the last one shorter; step s uses batch
 * {@code s mod (number of batches)}.
 *
 * @param steps from 0
 * @param batchSize from 1; one larger than the data set means the whole of it
 * @param kinks the derivatives of the activations at their kinks, such as that of ReLU at 0
 */
public record Settings(Loss loss, BigFraction learningRate, int steps, int batchSize, BigFraction momentum,
                       BigFraction weightDecay, KinkDerivatives kinks) {

    /**
     * @throws DomainException if the number of steps is negative, the batch size is not positive, or a number is of a subclass of
     *     BigFraction
     */
    public Settings {
        List.of(learningRate, momentum, weightDecay).forEach(ExactNumber::requirePlain);
        if (steps < 0) {
            throw new DomainException(steps + " steps, expected 0 or more");
        }
        if (batchSize < 1) {
            throw new DomainException("a batch size of " + batchSize + ", expected 1 or more");
        }
    }

    /** The derivative is kappa at the kink of every activation that has no other by itself. */
    public Settings(Loss loss, BigFraction learningRate, int steps, int batchSize, BigFraction momentum, BigFraction weightDecay,
                    BigFraction kappa) {
        this(loss, learningRate, steps, batchSize, momentum, weightDecay, KinkDerivatives.all(kappa));
    }

    /** Hinge loss, rate 1/10, batches of one sample, no momentum, no decay, kappa 0. */
    public static Settings defaults(int steps) {
        return new Settings(Loss.HINGE, new BigFraction(1, 10), steps, 1,
                BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO);
    }

    /** The derivative of ReLU and its like at 0, unless an activation has its own. */
    public BigFraction kappa() {
        return kinks.kappa();
    }

    /** The number of batches that a data set of this many samples is cut into. */
    public int batches(int samples) {
        return (samples - 1) / batchSize + 1;
    }

    /** The samples of a step, from 0, of as many as there are. */
    public List<Integer> batch(int step, int samples) {
        int first = step % batches(samples) * batchSize;
        int end = (int) Math.min((long) first + batchSize, samples);
        return IntStream.range(first, end).boxed().toList();
    }

    /**
     * As many steps as this many passes over the samples take with this batch size.
     *
     * @throws DomainException if that is more than an int can count
     */
    public Settings withEpochs(int epochs, int samples) {
        long steps = (long) epochs * batches(samples);
        if (steps > Integer.MAX_VALUE) {
            throw new DomainException(epochs + " epochs are " + steps + " steps, expected at most " + Integer.MAX_VALUE);
        }
        return withSteps((int) steps);
    }

    public Settings withLoss(Loss value) {
        return new Settings(value, learningRate, steps, batchSize, momentum, weightDecay, kinks);
    }

    public Settings withLearningRate(BigFraction value) {
        return new Settings(loss, value, steps, batchSize, momentum, weightDecay, kinks);
    }

    public Settings withSteps(int value) {
        return new Settings(loss, learningRate, value, batchSize, momentum, weightDecay, kinks);
    }

    public Settings withBatchSize(int value) {
        return new Settings(loss, learningRate, steps, value, momentum, weightDecay, kinks);
    }

    public Settings withMomentum(BigFraction value) {
        return new Settings(loss, learningRate, steps, batchSize, value, weightDecay, kinks);
    }

    public Settings withWeightDecay(BigFraction value) {
        return new Settings(loss, learningRate, steps, batchSize, momentum, value, kinks);
    }

    public Settings withKappa(BigFraction value) {
        return withKinks(kinks.withKappa(value));
    }

    public Settings withKinks(KinkDerivatives value) {
        return new Settings(loss, learningRate, steps, batchSize, momentum, weightDecay, value);
    }
}
