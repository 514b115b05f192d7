package org.stillpoint.properties.zero;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.DataSets;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.properties.Claim;

/**
 * Word vectors: a linear network with one hidden layer on words as unit vectors. Column k of the first matrix is the vector of
 * word k, row i of the second one the vector of context i.
 */
@StatisticsReport(onFailureOnly = true)
class WordVectorProperties {

    private static final int MOST_SAMPLES = 6;

    @Claim(value = "ZERO-15", of = "both tables zero")
    @Property
    void twoTablesThatAreBothZeroNeverMove(@ForAll("bothZero") TrainingRun run) {
        Coverage.ofSettings(run);

        assertThat(run.trained()).isEqualTo(run.network());
    }

    @Claim(value = "ZERO-15", of = "contexts zero, g and the vector of the word not zero")
    @Claim(value = "ZERO-15", shows = REFUTES, of = "contexts zero, g or the vector of the word zero")
    @Property
    void withTheContextsZeroTheyMoveFirstAndAlongTheVectorOfTheWord(@ForAll("contextsZero") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample().plain();
        int word = run.data().inputs().get(0).entries().indexOf(BigFraction.ONE);
        Vector vector = run.network().layers().get(0).weights().column(word);
        List<BigFraction> g = run.g(run.network(), 0);
        Network first = run.trained(1);
        Coverage.require("a context moves", !first.equals(run.network()));
        Coverage.require("no context moves", first.equals(run.network()));
        Coverage.require("then the word moves", !words(run.trained(2)).equals(words(run.network())));

        assertThat(words(first)).isEqualTo(words(run.network()));
        for (int i = 0; i < g.size(); i++) {
            BigFraction step = run.settings().learningRate().multiply(g.get(i)).negate();
            assertThat(first.layers().get(1).weights().row(i).entries())
                    .isEqualTo(vector.entries().stream().map(step::multiply).toList());
        }
    }

    @Claim(value = "ZERO-15", of = "a word that never occurs")
    @Property
    void theVectorOfAWordThatNeverOccursNeverMoves(@ForAll("anyTables") TrainingRun sample) {
        TrainingRun run = sample.plain();
        Network trained = run.trained();
        List<Integer> absent = IntStream.range(0, run.network().inputs())
                .filter(k -> run.data().inputs().stream().allMatch(x -> x.get(k).signum() == 0)).boxed().toList();
        Coverage.require("a word never occurs", !absent.isEmpty());
        Coverage.require("another word moves meanwhile", !absent.isEmpty() && !words(trained).equals(words(run.network())));

        assertThat(absent).allSatisfy(k -> assertThat(words(trained).column(k)).isEqualTo(words(run.network()).column(k)));
    }

    private static Matrix words(Network network) {
        return network.layers().get(0).weights();
    }

    private static Arbitrary<Shape> shapes() {
        return Shape.oneHiddenLayer().map(shape -> shape.withBiases(false).withHidden(Activation.IDENTITY));
    }

    private static Arbitrary<DataSet> words(Shape shape) {
        return Combinators.combine(DataSets.any(shape.inputs(), shape.outputs()),
                        Arbitraries.integers().between(0, shape.inputs() - 1).list().ofSize(MOST_SAMPLES))
                .as((data, words) -> new DataSet(IntStream.range(0, data.size()).mapToObj(i -> unit(shape.inputs(), words.get(i)))
                        .toList(), data.targets()));
    }

    private static Vector unit(int size, int place) {
        return new Vector(IntStream.range(0, size).mapToObj(k -> k == place ? BigFraction.ONE : BigFraction.ZERO).toList());
    }

    @Provide
    Arbitrary<TrainingRun> bothZero() {
        return TrainingRun.from(shapes(), shape -> Arbitraries.just(Networks.zero(shape)), WordVectorProperties::words);
    }

    @Provide
    Arbitrary<TrainingRun> contextsZero() {
        return TrainingRun.from(shapes(), Networks::withZeroOutputWeights, WordVectorProperties::words);
    }

    @Provide
    Arbitrary<TrainingRun> anyTables() {
        return TrainingRun.from(shapes(), Networks::any, WordVectorProperties::words);
    }
}
