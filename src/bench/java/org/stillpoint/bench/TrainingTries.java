package org.stillpoint.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;

/**
 * Properties whose tries are timed by {@link PropertyRun}: a 10-10-1 network and 20 samples are generated, and 20 hinge steps
 * trained.
 */
class TrainingTries {

    private static final int WIDTH = 10;
    private static final int STEPS = 20;
    private static final int NUMBERS = WIDTH * (WIDTH + 2) + 1 + STEPS * WIDTH;
    private static final BigFraction[] ALL =
            IntStream.range(0, 13 * 4).mapToObj(i -> new BigFraction(i % 13 - 6, i / 13 + 1)).toArray(BigFraction[]::new);

    private static final List<Vector> LABELS = IntStream.range(0, STEPS)
            .mapToObj(i -> Vector.of(i % 2 == 0 ? BigFraction.ONE : BigFraction.MINUS_ONE)).toList();

    @Property
    void referenceOnOrdinaryArbitraries(@ForAll("ordinary") List<BigFraction> numbers) {
        train(numbers, Engine.REFERENCE);
    }

    @Property
    void fastOnOrdinaryArbitraries(@ForAll("ordinary") List<BigFraction> numbers) {
        train(numbers, Engine.FAST);
    }

    @Property
    void fastOnABulkArbitrary(@ForAll("bulk") List<BigFraction> numbers) {
        train(numbers, Engine.FAST);
    }

    /** Every number from an arbitrary of its own. */
    @Provide
    Arbitrary<List<BigFraction>> ordinary() {
        return Combinators.combine(Arbitraries.integers().between(-6, 6), Arbitraries.integers().between(1, 4))
                .as(BigFraction::new).list().ofSize(NUMBERS);
    }

    /** All numbers decoded from one that jqwik generates. */
    @Provide
    Arbitrary<List<BigFraction>> bulk() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform()).map(TrainingTries::decoded);
    }

    private static List<BigFraction> decoded(long seed) {
        SplittableRandom source = new SplittableRandom(seed);
        BigFraction[] numbers = new BigFraction[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = ALL[source.nextInt(ALL.length)];
        }
        return Arrays.asList(numbers);
    }

    /** Numbers: hidden units, their biases, outgoing weights, the inputs of the samples, the bias of the output. */
    private static void train(List<BigFraction> numbers, Engine engine) {
        Network start = Network.of(
                new Layer(new Matrix(vectors(numbers, 0, WIDTH)), Optional.of(vector(numbers, WIDTH)), Activation.RELU),
                new Layer(Matrix.of(vector(numbers, WIDTH + 1)), Optional.of(Vector.of(numbers.get(NUMBERS - 1))),
                        Activation.IDENTITY));
        DataSet data = new DataSet(vectors(numbers, WIDTH + 2, STEPS), LABELS);
        Contestant.Sink.network = Training.descend(start, data, Settings.defaults(STEPS), engine);
        PropertyRun.tried();
    }

    private static List<Vector> vectors(List<BigFraction> numbers, int first, int count) {
        List<Vector> vectors = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            vectors.add(vector(numbers, i));
        }
        return vectors;
    }

    private static Vector vector(List<BigFraction> numbers, int i) {
        return new Vector(numbers.subList(i * WIDTH, (i + 1) * WIDTH));
    }
}
