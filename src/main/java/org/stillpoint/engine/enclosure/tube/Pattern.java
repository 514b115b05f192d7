package org.stillpoint.engine.enclosure.tube;

import java.util.Arrays;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Sides;

/** The sides on which the pre-activations and the losses of a batch are. Where there is no side to decide it is 0. */
final class Pattern implements Sides {

    private final int first;
    private final int units;
    private final int[] starts;
    private final byte[] sides;

    /** @param step whose batch it is, from 0 */
    Pattern(Problem problem, int step) {
        this.first = problem.first(step);
        this.starts = new int[problem.layers() + 1];
        for (int l = 0; l < problem.layers(); l++) {
            starts[l + 1] = starts[l] + problem.units(l);
        }
        this.units = starts[problem.layers()] + problem.units(problem.layers() - 1);
        this.sides = new byte[(problem.end(step) - first) * units];
    }

    @Override
    public void decided(int sample, int layer, int unit, int side) {
        sides[at(sample, layer, unit)] = (byte) side;
    }

    int side(int sample, int layer, int unit) {
        return sides[at(sample, layer, unit)];
    }

    private int at(int sample, int layer, int unit) {
        return (sample - first) * units + starts[layer] + unit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern pattern && first == pattern.first && Arrays.equals(sides, pattern.sides);
    }

    @Override
    public int hashCode() {
        return 31 * first + Arrays.hashCode(sides);
    }
}
