package org.stillpoint.properties.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gradient descent in plain Java, in double, on a network with one hidden layer of ReLU units, without biases: each unit adds up
 * its gradient over the samples in an order of its own, as blocked and vectorised sums do.
 *
 * @param orders for each unit, the samples in the order in which it takes them
 */
public record TwoOrders(List<List<Integer>> orders) {

    /**
     * A hidden unit.
     *
     * @param incoming one weight for each input
     * @param outgoing the weight to the output
     */
    public record Unit(List<Double> incoming, double outgoing) {

        public Unit {
            incoming = List.copyOf(incoming);
        }
    }

    /** Every unit takes the samples from the first to the last. */
    public static TwoOrders same(int units, int samples) {
        return new TwoOrders(IntStream.range(0, units).mapToObj(j -> forwards(samples)).toList());
    }

    /** Every second unit takes the samples from the last to the first. */
    public static TwoOrders alternating(int units, int samples) {
        return new TwoOrders(IntStream.range(0, units)
                .mapToObj(j -> j % 2 == 0 ? forwards(samples) : forwards(samples).stream().map(i -> samples - 1 - i).toList())
                .toList());
    }

    private static List<Integer> forwards(int samples) {
        return IntStream.range(0, samples).boxed().toList();
    }

    /** A step with the mean gradient of half the squared error over all samples. */
    public List<Unit> step(List<Unit> units, List<List<Double>> inputs, List<Double> targets, double rate) {
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            double output = 0;
            for (Unit unit : units) {
                output += unit.outgoing * Math.max(0, preactivation(unit, inputs.get(i)));
            }
            errors.add(output - targets.get(i));
        }
        List<Unit> stepped = new ArrayList<>();
        for (int j = 0; j < units.size(); j++) {
            stepped.add(step(units.get(j), orders.get(j), inputs, errors, rate));
        }
        return stepped;
    }

    private static Unit step(Unit unit, List<Integer> order, List<List<Double>> inputs, List<Double> errors, double rate) {
        double[] incoming = new double[unit.incoming.size()];
        double outgoing = 0;
        for (int i : order) {
            double z = preactivation(unit, inputs.get(i));
            outgoing += errors.get(i) * Math.max(0, z);
            for (int k = 0; k < incoming.length; k++) {
                incoming[k] += z > 0 ? errors.get(i) * unit.outgoing * inputs.get(i).get(k) : 0;
            }
        }
        List<Double> weights = new ArrayList<>();
        for (int k = 0; k < incoming.length; k++) {
            weights.add(unit.incoming.get(k) - rate * incoming[k] / order.size());
        }
        return new Unit(weights, unit.outgoing - rate * outgoing / order.size());
    }

    private static double preactivation(Unit unit, List<Double> input) {
        double z = 0;
        for (int k = 0; k < input.size(); k++) {
            z += unit.incoming.get(k) * input.get(k);
        }
        return z;
    }
}
