package org.stillpoint.teaching;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** Numbers that one can calculate with by hand; the same {@link Random} gives the same ones on every machine. */
final class Numbers {

    static final BigFraction HALF = new BigFraction(1, 2);

    private static final List<BigFraction> WEIGHTS = List.of(new BigFraction(-2), BigFraction.MINUS_ONE, HALF.negate(), HALF,
            BigFraction.ONE, BigFraction.TWO);
    private static final List<BigFraction> INPUTS = List.of(BigFraction.MINUS_ONE, BigFraction.ONE, BigFraction.TWO);
    private static final List<BigFraction> RATES = List.of(HALF, BigFraction.ONE);

    private static final int DRAWS = 1000;

    private final Random random;

    Numbers(Random random) {
        this.random = random;
    }

    /** From -2 to 2, not 0. */
    BigFraction weight() {
        return one(WEIGHTS);
    }

    /** From 1/2 to 2. */
    BigFraction positive() {
        return weight().abs();
    }

    /** 1/2 or 1. */
    BigFraction rate() {
        return one(RATES);
    }

    /** 1 or -1. */
    BigFraction label() {
        return random.nextBoolean() ? BigFraction.ONE : BigFraction.MINUS_ONE;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    /** Integers from -1 to 2, not 0. */
    Vector input(int size) {
        return vector(size, () -> one(INPUTS));
    }

    /** 1 or 2 in each place. */
    Vector positiveInput(int size) {
        return vector(size, () -> random.nextBoolean() ? BigFraction.ONE : BigFraction.TWO);
    }

    Vector weights(int size) {
        return vector(size, this::weight);
    }

    Matrix matrix(int rows, int columns) {
        return new Matrix(Stream.generate(() -> weights(columns)).limit(rows).toList());
    }

    /** A layer of drawn numbers. */
    Layer layer(int units, int inputs, boolean bias, Activation activation) {
        return new Layer(matrix(units, inputs), bias ? Optional.of(weights(units)) : Optional.empty(), activation);
    }

    /** A layer whose parameters are all zero. */
    static Layer zero(int units, int inputs, boolean bias, Activation activation) {
        return new Layer(Matrix.constant(units, inputs, BigFraction.ZERO),
                bias ? Optional.of(Vector.zeros(units)) : Optional.empty(), activation);
    }

    /** Samples whose inputs differ and whose targets are labels. */
    DataSet labelled(int samples, int inputs) {
        return data(samples, () -> input(inputs), () -> Vector.of(label()));
    }

    /** As many labels 1 as -1. */
    DataSet balanced(int inputs) {
        BigFraction first = label();
        DataSet drawn = labelled(2, inputs);
        return new DataSet(drawn.inputs(), List.of(Vector.of(first), Vector.of(first.negate())));
    }

    /** Samples whose inputs differ, of which there must be many more than samples. */
    DataSet data(int samples, Supplier<Vector> input, Supplier<Vector> target) {
        List<Vector> inputs = Stream.generate(input).limit(DRAWS).distinct().limit(samples).toList();
        return new DataSet(inputs, Stream.generate(target).limit(samples).toList());
    }

    /** A plain training: no momentum, no decay, the derivative of ReLU at 0 is 0. */
    Settings settings(Loss loss, int steps, int batchSize) {
        return new Settings(loss, rate(), steps, batchSize, BigFraction.ZERO, BigFraction.ZERO,
                KinkDerivatives.all(BigFraction.ZERO));
    }

    private static Vector vector(int size, Supplier<BigFraction> entry) {
        return new Vector(Stream.generate(entry).limit(size).toList());
    }

    private BigFraction one(List<BigFraction> all) {
        return all.get(random.nextInt(all.size()));
    }
}
