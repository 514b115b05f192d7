package org.stillpoint.bench;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
        return Arbitraries.longs().map(SplittableRandom::new)
                .map(source -> Stream.generate(() -> ALL[source.nextInt(ALL.length)]).limit(NUMBERS).toList());
    }

    private static void train(List<BigFraction> numbers, Engine engine) {
        Supplier<BigFraction> next = numbers.iterator()::next;
        Network start = Network.of(
                new Layer(new Matrix(Stream.generate(() -> vector(next)).limit(WIDTH).toList()), Optional.of(vector(next)),
                        Activation.RELU),
                new Layer(Matrix.of(vector(next)), Optional.of(new Vector(List.of(next.get()))), Activation.IDENTITY));
        DataSet data = new DataSet(Stream.generate(() -> vector(next)).limit(STEPS).toList(),
                IntStream.range(0, STEPS).mapToObj(i -> Vector.of(i % 2 == 0 ? BigFraction.ONE : BigFraction.MINUS_ONE))
                .toList());
        Contestant.Sink.network = Training.descend(start, data, Settings.defaults(STEPS), engine);
        PropertyRun.tried();
    }

    private static Vector vector(Supplier<BigFraction> next) {
        return new Vector(Stream.generate(next).limit(WIDTH).toList());
    }
}
