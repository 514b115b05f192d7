package org.stillpoint.witness;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.ParameterBits;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Trace;
import org.stillpoint.training.Training;

/** A training with everything that can be measured along it; the training itself runs when first asked for. */
public final class Run {

    /** The longest numerator or denominator that a replay computes with, in bits. */
    public static final int MAX_BITS = 100_000;

    private final Network start;
    private final DataSet data;
    private final Settings settings;
    private Trace trace;

    Run(Network start, DataSet data, Settings settings) {
        this.start = start;
        this.data = data;
        this.settings = settings;
    }

    public Network start() {
        return start;
    }

    public DataSet data() {
        return data;
    }

    public Settings settings() {
        return settings;
    }

    public int steps() {
        return settings.steps();
    }

    /**
     * Every step of the training.
     *
     * @throws DomainException if a parameter becomes longer than {@value #MAX_BITS} bits
     */
    public Trace trace() {
        if (trace == null) {
            trace = Training.trace(start, data, settings, Run::requireShort);
        }
        return trace;
    }

    private static void requireShort(int step, ParameterBits bits) {
        if (bits.atMost() > MAX_BITS && bits.exact() > MAX_BITS) {
            throw new DomainException("step " + step + " makes a parameter of " + bits.exact() + " bits, expected at most " + MAX_BITS);
        }
    }

    /** The network after this many steps, from 0. */
    public Network after(int step) {
        return step == 0 ? start : trace().steps().get(step - 1).network();
    }

    /** The network after the last step. */
    public Network end() {
        return after(steps());
    }

    public BigFraction meanLoss(Network network) {
        return Evaluation.meanLoss(network, data, settings.loss());
    }

    public BigFraction accuracy(Network network) {
        return Evaluation.accuracy(network, data);
    }

    /** The samples whose every target has this sign. */
    public long labelled(int sign) {
        return data.targets().stream()
                .filter(target -> target.entries().stream().allMatch(y -> y.signum() == sign)).count();
    }

    /** The largest absolute difference between a weight of one network and the same weight of another; biases do not count. */
    public static BigFraction largestWeightDifference(Network a, Network b) {
        return largestDifference(weights(a), weights(b));
    }

    /** As {@link #largestWeightDifference}, over weights and biases. */
    public static BigFraction largestParameterDifference(Network a, Network b) {
        return largestDifference(a.parameters(), b.parameters());
    }

    /** Every weight, layer by layer and row by row, without the biases. */
    public static List<BigFraction> weights(Network network) {
        return network.layers().stream().flatMap(layer -> layer.weights().rows().stream())
                .flatMap(row -> row.entries().stream()).toList();
    }

    private static BigFraction largestDifference(List<BigFraction> a, List<BigFraction> b) {
        BigFraction largest = BigFraction.ZERO;
        for (int i = 0; i < a.size(); i++) {
            BigFraction difference = a.get(i).subtract(b.get(i)).abs();
            largest = difference.compareTo(largest) > 0 ? difference : largest;
        }
        return largest;
    }
}
