package org.stillpoint.attack;

import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Vectors;

/**
 * How the first two steps on the first sample, without momentum and decay, move a network with one hidden layer whose output
 * weights are zero.
 */
final class FirstSteps {

    private FirstSteps() {
    }

    /** What the hidden units give on the first sample. */
    static BigFraction[] hidden(Situation s) {
        BigFraction[] x = s.training().inputs()[0][0];
        return Backpropagation.layerInput(s.sigma(), x, Backpropagation.preactivations(s.parameters(), s.sigma(), x),
                s.depth() - 1);
    }

    /** Whether the first step gives output i and unit j the weight {@code -eta g_i a_j}. */
    static boolean moveTheOutputWeightsBy(Situation s, BigFraction[] a) {
        BigFraction[][] weights = s.plainOnFirstSample(1).trained().parameters.weights[s.depth() - 1];
        BigFraction[] g = g(s, s.parameters());
        BigFraction rate = s.training().rates()[0];
        return IntStream.range(0, g.length).allMatch(i -> IntStream.range(0, a.length)
                .allMatch(j -> weights[i][j].equals(rate.multiply(g[i]).multiply(a[j]).negate())));
    }

    /**
     * Whether the first two steps move the incoming weights of unit j by {@code eta^2 <g_1, g_2> a_j x}, and the first of them
     * not at all.
     */
    static boolean moveTheFirstLayerBy(Situation s, BigFraction[] a) {
        Parameters once = s.plainOnFirstSample(1).trained().parameters;
        Parameters twice = s.plainOnFirstSample(2).trained().parameters;
        BigFraction rate = s.training().rates()[0];
        BigFraction along = rate.multiply(rate).multiply(Vectors.dot(g(s, s.parameters()), g(s, once)));
        BigFraction[] x = s.training().inputs()[0][0];
        BigFraction[][] before = s.parameters().weights[0];
        return IntStream.range(0, a.length)
                .allMatch(j -> IntStream.range(0, x.length).allMatch(k -> once.weights[0][j][k].equals(before[j][k])
                && twice.weights[0][j][k].equals(before[j][k].add(along.multiply(a[j]).multiply(x[k])))));
    }

    private static BigFraction[] g(Situation s, Parameters p) {
        return s.g(p, s.training().inputs()[0][0], s.training().targets()[0][0]);
    }
}
