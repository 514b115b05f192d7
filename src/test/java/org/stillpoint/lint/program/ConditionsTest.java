package org.stillpoint.lint.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** What facts suppose is said with them: frameworks differ in that, and what does not suppose it is said without. */
class ConditionsTest {

    private static final PointwiseFunction SIX =
            new PointwiseFunction.Clip(Optional.of(BigFraction.ZERO), Optional.of(new BigFraction(6)));
    private static final PointwiseFunction AROUND_ZERO =
            new PointwiseFunction.Clip(Optional.of(new BigFraction(-1)), Optional.of(BigFraction.ONE));

    /** Unit 1 is zero. */
    private static Facts perceptron(PointwiseFunction function) throws IOException {
        Sketch sketch = new Sketch();
        Value hidden = sketch.pointwise(sketch.dense(sketch.input(2), "W1", 2, 1, 2, 0, 0), function);
        return Facts.of(sketch.output(sketch.dense(hidden, "W2", 1, 3, 4)));
    }

    private static Fact staysZero(Facts facts, String tensor) {
        return facts.facts().stream().filter(fact -> fact.kind() == Kind.STAYS_ZERO
                && fact.units().tensor().name().equals(tensor)).findFirst().orElseThrow();
    }

    /** The derivative of torch.clamp(x, 0, 6) at 0 is 1, that of ReLU6 is 0, and both are this function in files. */
    @Test
    void aClipAtZeroSupposesADerivativeOfItsOwn() throws IOException {
        assertThat(staysZero(perceptron(SIX), "W1").conditions()).contains(Condition.BOUNDS_ZERO)
                .doesNotContain(Condition.KAPPA_ZERO);
    }

    @Test
    void aClipThatIsNotBentAtZeroSupposesNothingAndLetsZerosMove() throws IOException {
        assertThat(perceptron(AROUND_ZERO).facts()).noneMatch(fact -> fact.kind() == Kind.STAYS_ZERO)
                .allMatch(fact -> fact.conditions().isEmpty());
    }

    /** The loss of a training may see more than the outputs, as those of auxiliary heads and of activity regularisers do. */
    @Test
    void whatTrainingDoesIsSaidOfLossesOfTheOutputs() throws IOException {
        Facts facts = perceptron(SIX);

        assertThat(facts.facts()).filteredOn(fact -> fact.kind() == Kind.STAYS_ZERO || fact.kind() == Kind.NEVER_CHANGES)
                .isNotEmpty().allMatch(fact -> fact.conditions()
                        .containsAll(List.of(Condition.LOSS_OF_OUTPUTS, Condition.FINITE)));
        assertThat(facts.facts()).filteredOn(fact -> fact.kind() == Kind.CONSTANT_NOW)
                .isNotEmpty().allMatch(fact -> fact.conditions().isEmpty());
    }

    /** Exporters may store what is equal once, though it is trained apart. */
    @Test
    void weightsOfTwoLayersThatTheFileHasOnceAreSupposedToBeTrainedAsOne() throws IOException {
        Sketch sketch = new Sketch();
        Value x = sketch.input(2);
        Weights shared = sketch.weights("W", Sketch.tensor(new int[] {2, 2}, 1, 2, 0, 0));
        Value one = sketch.builder().value("one", x.channels(), 1);
        Value other = sketch.builder().value("other", x.channels(), 1);
        sketch.builder().add(new Layer.Dense("one", x, shared, 0, one));
        sketch.builder().add(new Layer.Dense("other", sketch.relu(one), shared, 0, other));
        Facts facts = Facts.of(sketch.output(sketch.dense(sketch.relu(other), "V", 1, 5, 6)));

        assertThat(staysZero(facts, "W").conditions()).contains(Condition.TIED);
    }

    @Test
    void twinsAreOneClassOnlyIfAllOfThatIsSupposedTogether() throws IOException {
        Sketch sketch = new Sketch();
        Value made = sketch.dense(sketch.input(1), "W", 3, 1, 1, 1);
        Value normalised = sketch.normalised(made, "n", new int[] {1, 2, 2}, new int[] {3, 8, 8});
        Network network = sketch.output(sketch.dense(sketch.relu(normalised), "V", 1, 5, 5, 5));

        assertThat(Facts.of(network).facts()).filteredOn(fact -> fact.kind() == Kind.STAY_EQUAL)
                .extracting(FactsTest::written, fact -> fact.conditions().contains(Condition.BATCH_STATISTICS))
                .containsExactly(tuple("STAY_EQUAL W[1 2]", false),
                        tuple("STAY_EQUAL W[0 1 2]", true));
    }

    /** Exporters that store equal tensors once let a mean of zeros and a bias of zeros be one. */
    @Test
    void aTensorThatIsAStatisticHereAndABiasOfOtherUnitsThereIsNotCutInTwoWays() throws IOException {
        for (int first : List.of(0, 1)) {
            Sketch sketch = new Sketch();
            Weights shared = sketch.weights("shared", Sketch.tensor(new int[] {3}, 0, 0, 0));
            Weights variance = sketch.weights("variance", Sketch.tensor(new int[] {3}, 3, 8, 8));
            Value value = sketch.input(2);
            for (int layer = 0; layer < 2; layer++) {
                Value made = sketch.dense(value, "W" + layer, Sketch.tensor(new int[] {3, layer == 0 ? 2 : 3},
                        layer == 0 ? new int[] {1, 2, 0, 0, 3, 4} : new int[] {1, 2, 3, 1, 2, 3, 5, 6, 7}));
                Value behind = sketch.builder().value("behind " + layer, made.channels(), 1);
                sketch.builder().add(layer == first ? new Layer.Bias("biased " + layer, made, shared, behind)
                        : new Layer.BatchNormalisation("normalised " + layer, made, shared, variance, BigFraction.ONE, behind));
                value = sketch.relu(behind);
            }
            Facts facts = Facts.of(sketch.output(sketch.dense(value, "V", 1, 5, 6, 7)));

            assertThat(facts.facts()).extracting(FactsTest::written).isNotEmpty();
        }
    }

    private static List<String> claims(Facts facts) {
        return facts.facts().stream().filter(fact -> fact.kind() == Kind.STAY_EQUAL).flatMap(fact -> fact.claims().stream())
                .toList();
    }

    /** Of units in layers one behind the other, each with weights of its own, and the activation behind the bias. */
    @Test
    void theClaimOfTwinsIsCitedOfTheNetworksThatItSpeaksOf() throws IOException {
        Sketch plain = new Sketch();
        Value hidden = plain.relu(plain.bias(plain.dense(plain.input(1), "W", 2, 1, 1), "b", 2, 2));
        Sketch shifted = new Sketch();
        Value behind = shifted.bias(shifted.relu(shifted.dense(shifted.input(1), "W", 2, 1, 1)), "b", 2, 2);

        assertThat(claims(Facts.of(plain.output(plain.dense(hidden, "V", 1, 3, 3))))).containsExactly("SYM-2", "GRAPH-2");
        assertThat(claims(Facts.of(shifted.output(shifted.dense(behind, "V", 1, 3, 3))))).containsExactly("GRAPH-2");
    }
}
