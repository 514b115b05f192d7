package org.stillpoint.engine.enclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sum of the gradients of a batch. */
final class BatchGradient<T> {

    /** As many samples are held at a time; the products of all of them are summed before they are rounded. */
    private static final int HELD = 256;

    private final Field<T> field;
    private final Problem problem;
    private final Backpropagation<T> backpropagation;
    private final T[][] inputs;
    private final T[][] targets;
    private final List<Pass<T>> passes = new ArrayList<>();

    BatchGradient(Field<T> field, Problem problem, Backpropagation<T> backpropagation, T[][] inputs, T[][] targets) {
        this.field = field;
        this.problem = problem;
        this.backpropagation = backpropagation;
        this.inputs = inputs;
        this.targets = targets;
    }

    /**
     * The sum over the batch of a step, which is counted from 0.
     *
     * @throws UndecidedSide for the first side that is not known
     */
    Values<T> at(Values<T> parameters, int step, Sides sides) {
        Values<T> sum = new Values<>(field.arrays(problem.layers()), field.arrays(problem.layers()));
        for (int l = 0; l < problem.layers(); l++) {
            sum.weights()[l] = field.array(parameters.weights()[l].length);
            sum.biases()[l] = field.array(parameters.biases()[l].length);
            Arrays.fill(sum.biases()[l], field.zero());
        }
        int end = problem.end(step);
        for (int first = problem.first(step); first < end; first += HELD) {
            int count = Math.min(HELD, end - first);
            for (int i = 0; i < count; i++) {
                backpropagation.run(parameters, inputs[first + i], targets[first + i], first + i,
                        problem.masks().of(step, first + i), pass(i), sides);
            }
            for (int l = 0; l < problem.layers(); l++) {
                add(l, first, count, sum.weights()[l], sum.biases()[l]);
            }
        }
        return sum;
    }

    /** The pass of the i-th sample held. */
    private Pass<T> pass(int i) {
        while (passes.size() <= i) {
            passes.add(Pass.room(field, problem));
        }
        return passes.get(i);
    }

    private void add(int l, int first, int count, T[] weights, T[] biases) {
        int units = problem.units(l);
        T[] deltas = field.array(count * units);
        for (int i = 0; i < count; i++) {
            System.arraycopy(passes.get(i).deltas()[l], 0, deltas, i * units, units);
        }
        addWeights(l, first, count, deltas, weights);
        for (int j = 0; j < biases.length; j++) {
            for (int i = 0; i < count; i++) {
                T delta = deltas[i * units + j];
                biases[j] = field.isZero(delta) ? biases[j] : field.add(biases[j], delta);
            }
        }
    }

    private void addWeights(int l, int first, int count, T[] deltas, T[] weights) {
        int units = problem.units(l);
        int width = weights.length / units;
        T[] column = field.array(count);
        for (int k = 0; k < width; k++) {
            for (int i = 0; i < count; i++) {
                column[i] = (l == 0 ? inputs[first + i] : passes.get(i).activations()[l - 1])[k];
            }
            for (int j = 0; j < units; j++) {
                weights[j * width + k] = field.dot(weights[j * width + k], deltas, j, units, column);
            }
        }
    }
}
