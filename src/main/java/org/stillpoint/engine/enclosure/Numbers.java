package org.stillpoint.engine.enclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/** Exact values as numbers of a field. */
public final class Numbers<T> {

    private final Field<T> field;

    public Numbers(Field<T> field) {
        this.field = field;
    }

    public T[] of(Vector vector) {
        T[] numbers = field.array(vector.size());
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = field.number(vector.get(k));
        }
        return numbers;
    }

    public T[][] of(List<Vector> vectors) {
        T[][] numbers = field.arrays(vectors.size());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = of(vectors.get(i));
        }
        return numbers;
    }

    public Values<T> of(Network network) {
        List<Layer> layers = network.layers();
        T[][] weights = field.arrays(layers.size());
        T[][] biases = field.arrays(layers.size());
        for (int l = 0; l < weights.length; l++) {
            List<BigFraction> row = layers.get(l).weights().rows().stream().flatMap(v -> v.entries().stream()).toList();
            weights[l] = of(new Vector(row));
            biases[l] = layers.get(l).bias().map(this::of).orElseGet(() -> field.array(0));
        }
        return new Values<>(weights, biases);
    }

    /** Before the first step. */
    public State<T> start(Problem problem) {
        Values<T> parameters = of(problem.start());
        List<Values<T>> memory = new ArrayList<>();
        for (int i = 0; i < problem.memories(); i++) {
            Optional<Network> given = problem.velocity();
            memory.add(given.isPresent() ? of(given.get()) : zeros(parameters));
        }
        return new State<>(parameters, memory, 0);
    }

    private Values<T> zeros(Values<T> shape) {
        return new Values<>(zeros(shape.weights()), zeros(shape.biases()));
    }

    private T[][] zeros(T[][] shape) {
        T[][] zeros = field.arrays(shape.length);
        for (int l = 0; l < shape.length; l++) {
            zeros[l] = field.array(shape[l].length);
            Arrays.fill(zeros[l], field.zero());
        }
        return zeros;
    }
}
