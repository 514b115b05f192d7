package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/**
 * On which line each activation is, those of the outputs included, and on which side of its threshold each output, for one sample
 * after another: by the filter where it is certain, else by exact numbers.
 */
final class Forward {

    private final Parameters parameters;
    private final Samples samples;
    private final List<Lines> lines;
    private final int[][] positions;
    private final CoprimeBase base;
    private final int[][] counts;
    private final ExactPass exact;
    private final Optional<SmallInputs> small;
    private final boolean linearOutputs;
    private final boolean[][] isStale;
    private boolean isAnyStale;
    private Optional<LongPass> inLongs;
    private SignFilter filter;
    private int sample;

    /**
     * @param counts for each layer and unit, how many it stands for
     * @param small where the first hidden layer, the only one, has numerators for small steps
     */
    Forward(CoprimeBase base, Parameters parameters, int[][] counts, List<Lines> lines, Samples samples,
            Optional<SmallCoefficients> small) {
        this.base = base;
        this.counts = counts;
        this.parameters = parameters;
        this.samples = samples;
        this.lines = lines;
        this.small = small.map(SmallCoefficients::inputs);
        this.linearOutputs = lines.get(lines.size() - 1).isIdentity();
        this.positions = new int[lines.size()][];
        for (int l = 0; l < positions.length; l++) {
            positions[l] = new int[counts[l].length];
        }
        this.exact = new ExactPass(base, parameters, counts, lines, samples, positions);
        this.inLongs = small.isEmpty() ? Optional.empty() : LongPass.of(base, parameters, small.get(), counts[0], positions[0],
                !lines.get(0).kinks().isEmpty(), samples);
        this.isStale = new boolean[counts.length][];
        for (int l = 0; l < counts.length; l++) {
            isStale[l] = new boolean[counts[l].length];
        }
    }

    /** Says that a unit has moved: its parameters are read when the next sample is run, after the last step never. */
    void moved(int l, int j) {
        inLongs = Optional.empty();
        if (filter != null) {
            isStale[l][j] = true;
            isAnyStale = true;
        }
    }

    private void readStale() {
        if (isAnyStale) {
            isAnyStale = false;
            for (int l = 0; l < isStale.length; l++) {
                for (int j = 0; j < isStale[l].length; j++) {
                    if (isStale[l][j]) {
                        isStale[l][j] = false;
                        filter.read(l, j, parameters.row(l, j));
                    }
                }
            }
        }
    }

    /** Finds the positions of a sample. */
    void run(int i) {
        readStale();
        sample = i;
        exact.begin(i);
        if (inLongs.isPresent()) {
            inLongs.get().run(i);
            return;
        }
        if (filter == null) {
            filter = new SignFilter(base, parameters, counts, lines, samples);
        }
        if (!filter.hasInput(i)) {
            if (small.isPresent()) {
                filter.readInput(i, small.get().input(i), samples.input(i).size(), small.get().denominator());
            } else {
                filter.readInput(i, samples.input(i).entries());
            }
        }
        filter.begin(i);
        int last = positions.length - 1;
        for (int l = 0; l < last; l++) {
            filter.preactivate(l);
            activate(l);
        }
        if (last == 0) {
            filter.preactivate(0);
        } else {
            filter.output(parameters.layout().firstOutgoing(last - 1));
        }
        if (!linearOutputs) {
            activate(last);
        }
    }

    private void activate(int l) {
        filter.beginActivations(l);
        for (int j = 0; j < positions[l].length; j++) {
            int position = filter.position(l, j);
            positions[l][j] = position >= 0 ? position : exactPosition(l, j, -1 - position);
            filter.activate(l, j, positions[l][j]);
        }
    }

    private int exactPosition(int l, int j, int firstKink) {
        List<BigFraction> kinks = lines.get(l).kinks();
        for (int i = firstKink; i < kinks.size(); i++) {
            int side = l == 0 && small.isPresent() ? small.get().side(parameters.row(0, j), sample)
                    : exact.side(l, j, kinks.get(i));
            if (side <= 0) {
                return 2 * i + (side == 0 ? 1 : 0);
            }
        }
        return 2 * kinks.size();
    }

    /** Whether outputs are their pre-activations. */
    boolean hasLinearOutputs() {
        return linearOutputs;
    }

    int position(int l, int j) {
        return positions[l][j];
    }

    /** The side of its threshold that an output is on: 1 above, 0 at it, -1 below. */
    int side(int o) {
        Target target = samples.target(sample, o);
        int side = inLongs.isPresent() ? inLongs.get().side(o, target) : filter.side(o, target);
        return side == SignFilter.UNKNOWN ? exact.side(o, target.thresholdNumerator(), target.thresholdDenominator()) : side;
    }

    /** The sign of an output. */
    int sign(int o) {
        int sign = inLongs.isPresent() ? inLongs.get().sign(o) : filter.sign(o);
        return sign == SignFilter.UNKNOWN ? exact.side(o, BigInteger.ZERO, BigInteger.ONE) : sign;
    }

    Target target(int o) {
        return samples.target(sample, o);
    }

    /** The exact numbers of the sample, until the next one is run or a parameter changes. */
    ExactPass exact() {
        return exact;
    }
}
