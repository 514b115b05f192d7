package org.stillpoint.lint.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Place;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Facts about small networks, as one knows them. */
class FactsTest {

    static List<String> facts(Network network) throws IOException {
        return Facts.of(network).facts().stream().map(FactsTest::written).toList();
    }

    /** Such as {@code STAYS_ZERO W1[0, 1]}, or with a colon where the indices are those of units that are taken. */
    static String written(Fact fact) {
        return fact.kind() + " " + fact.units().tensor().name() + fact.units().indices().stream().map(String::valueOf)
                .collect(Collectors.joining(" ", fact.units().incoming() ? "[" : "[:, ", "]"))
                + fact.value().map(value -> " = " + value).orElse("");
    }

    @Test
    void inAPerceptronOfZerosOnlyTheLastBiasMoves() throws IOException {
        Sketch sketch = new Sketch();
        Value hidden = sketch.relu(sketch.bias(sketch.dense(sketch.input(2), "W1", 3, 0, 0, 0, 0, 0, 0), "b1", 0, 0, 0));
        Network network = sketch.output(sketch.bias(sketch.dense(hidden, "W2", 1, 0, 0, 0), "b2", 1));

        assertThat(facts(network)).contains("STAYS_ZERO W1[0 1 2]", "STAYS_ZERO b1[0 1 2]", "STAYS_ZERO W2[0]");
    }

    @Test
    void twinsWithEqualOutgoingWeightsStayEqualAndThoseThatPartAreEqualNow() throws IOException {
        Sketch sketch = new Sketch();
        Value hidden = sketch.relu(sketch.bias(sketch.dense(sketch.input(2), "W1", 5, 1, 2, 3, 4, 1, 2, 3, 4, 5, 6), "b1",
                1, 2, 1, 2, 0));
        Network network = sketch.output(sketch.dense(hidden, "W2", 2, 1, 7, 1, 8, 3, 2, 7, 2, 7, 4));

        assertThat(facts(network)).containsExactlyInAnyOrder("STAY_EQUAL W1[0 2]", "EQUAL_NOW W1[1 3]", "ZERO_BUT_MOVES b1[4]");
    }

    @Test
    void aUnitWithoutIncomingWeightsBelowAReluPassesOnItsBiasAndItsWeightsStayAsTheyAre() throws IOException {
        Sketch sketch = new Sketch();
        Value hidden = sketch.relu(sketch.bias(sketch.dense(sketch.input(2), "W1", 3, 1, 2, 0, 0, 3, 4), "b1", 1, 0, 1));
        Network network = sketch.output(sketch.dense(hidden, "W2", 2, 1, 7, 1, 8, 3, 2));

        assertThat(facts(network)).containsExactlyInAnyOrder("STAYS_ZERO W1[1]", "STAYS_ZERO b1[1]", "NEVER_CHANGES W2[:, 1]",
                "CONSTANT_NOW W1[1] = 0", "ALWAYS_ZERO W1[1] = 0");
    }

    @Test
    void aResidualBranchWhoseLastLayerIsZeroIsNotStuck() throws IOException {
        Sketch sketch = new Sketch();
        Value x = sketch.relu(sketch.dense(sketch.input(2), "W0", 2, 1, 2, 3, 4));
        Value branch = sketch.dense(sketch.relu(sketch.dense(x, "W1", 3, 1, 2, 3, 4, 5, 6)), "W2", 2, 0, 0, 0, 0, 0, 0);
        Network network = sketch.output(sketch.dense(sketch.sum(x, branch), "W3", 1, 1, 2));

        assertThat(facts(network)).containsExactlyInAnyOrder("ZERO_BUT_MOVES W2[0 1]", "UNREAD_NOW W1[0 1 2]",
                "CONSTANT_NOW W2[0 1] = 0");
    }

    /** Beside other weights, two factors one behind the other. */
    private static Facts adapter(int b) throws IOException {
        Sketch sketch = new Sketch();
        Value x = sketch.input(3);
        Value added = sketch.dense(sketch.dense(x, "A", 1, 0, b, 0), "B", 2, 0, 0);
        return Facts.of(sketch.output(sketch.sum(sketch.dense(x, "W", 2, 1, 2, 3, 4, 5, 6), added)));
    }

    @Test
    void oneFactorOfZerosOfAnAdapterMovesAndTwoAreStuck() throws IOException {
        assertThat(adapter(1).facts()).filteredOn(fact -> fact.kind() == Kind.ZERO_BUT_MOVES && fact.units().incoming())
                .extracting(FactsTest::written, Fact::place)
                .containsExactly(tuple("ZERO_BUT_MOVES B[0 1]", Place.ONE_OF_TWO_FACTORS));
        assertThat(adapter(1).facts()).noneMatch(fact -> fact.kind() == Kind.STAYS_ZERO);
        assertThat(adapter(0).facts()).extracting(FactsTest::written).contains("STAYS_ZERO A[0]", "STAYS_ZERO B[0 1]");
    }

    @Test
    void aZeroFirstLayerOfRectifiersKeepsAllOthersWithoutDecay() throws IOException {
        Sketch sketch = new Sketch();
        Value first = sketch.relu(sketch.bias(sketch.dense(sketch.input(2), "W1", 2, 0, 0, 0, 0), "b1", 0, 0));
        Value second = sketch.relu(sketch.bias(sketch.dense(first, "W2", 2, 1, 2, 3, 4), "b2", 0, 0));
        Facts facts = Facts.of(sketch.output(sketch.bias(sketch.dense(second, "W3", 1, 5, 6), "b3", 7)));

        assertThat(facts.facts()).filteredOn(fact -> fact.kind() == Kind.NEVER_CHANGES)
                .extracting(FactsTest::written, Fact::claims, Fact::conditions).containsExactlyInAnyOrder(
                        tuple("NEVER_CHANGES W2[0 1]", List.of("PART-2", "GRAPH-3"), Set.of(Condition.KAPPA_ZERO,
                                Condition.NO_WEIGHT_DECAY, Condition.LOSS_OF_OUTPUTS, Condition.FINITE, Condition.FRESH_OPTIMISER,
                                Condition.COORDINATEWISE_OPTIMISER)),
                        tuple("NEVER_CHANGES W3[0]", List.of("PART-2", "GRAPH-3"), Set.of(Condition.KAPPA_ZERO,
                                Condition.NO_WEIGHT_DECAY, Condition.LOSS_OF_OUTPUTS, Condition.FINITE, Condition.FRESH_OPTIMISER,
                                Condition.COORDINATEWISE_OPTIMISER)));
        assertThat(facts.facts()).filteredOn(fact -> fact.kind() == Kind.STAYS_ZERO).extracting(FactsTest::written)
                .contains("STAYS_ZERO W1[0 1]", "STAYS_ZERO b1[0 1]", "STAYS_ZERO b2[0 1]");
    }

    /** A convolution, a normalisation with scale and shift, ReLU, and a convolution that reads it. */
    private static Network normalised(Sketch sketch, int[] scale, int[] shift) {
        Value made = sketch.convolution(sketch.input(1), "K1", Sketch.tensor(new int[] {3, 1, 2}, 1, 2, 3, 4, 3, 4),
                Sliding.plain(1));
        Value normalised = sketch.normalised(made, "n", new int[] {1, 2, 2}, new int[] {3, 8, 8});
        Value read = sketch.relu(sketch.bias(sketch.scale(normalised, "gamma", scale), "beta", shift));
        return sketch.output(sketch.convolution(read, "K2", Sketch.tensor(new int[] {1, 3, 1}, 5, 6, 6), Sliding.plain(1)));
    }

    @Test
    void aChannelWithScaleAndShiftZeroNeverChangesBelowARelu() throws IOException {
        Facts facts = Facts.of(normalised(new Sketch(), new int[] {0, 2, 3}, new int[] {0, 2, 3}));

        assertThat(facts.facts()).filteredOn(fact -> fact.kind() == Kind.NEVER_CHANGES || fact.kind() == Kind.STAYS_ZERO)
                .extracting(FactsTest::written, Fact::claims).containsExactlyInAnyOrder(
                        tuple("NEVER_CHANGES K1[0]", List.of("NORM-1", "GRAPH-3")),
                        tuple("NEVER_CHANGES K2[:, 0]", List.of("GRAPH-3")),
                        tuple("STAYS_ZERO gamma[0]", List.of("NORM-1", "GRAPH-1")),
                        tuple("STAYS_ZERO beta[0]", List.of("NORM-1", "GRAPH-1")));
        assertThat(facts.facts()).filteredOn(fact -> fact.kind() == Kind.NEVER_CHANGES)
                .noneMatch(fact -> fact.conditions().contains(Condition.BATCH_STATISTICS));
    }

    @Test
    void equalFiltersWithEqualScaleAndShiftStayTwinsWhateverStatisticsAreUsedIfThoseAreEqualToo() throws IOException {
        assertThat(Facts.of(normalised(new Sketch(), new int[] {1, 2, 2}, new int[] {0, 3, 3})).facts())
                .filteredOn(fact -> fact.kind() == Kind.STAY_EQUAL).extracting(FactsTest::written, Fact::claims, Fact::conditions)
                .containsExactly(tuple("STAY_EQUAL K1[1 2]", List.of("CONV-1", "GRAPH-2"),
                        Set.of(Condition.LOSS_OF_OUTPUTS, Condition.FINITE, Condition.FRESH_OPTIMISER,
                                Condition.COORDINATEWISE_OPTIMISER)));
        assertThat(Facts.of(normalised(new Sketch(), new int[] {1, 2, 2}, new int[] {0, 3, 4})).facts())
                .noneMatch(fact -> fact.kind() == Kind.STAY_EQUAL || fact.kind() == Kind.EQUAL_NOW);
    }

    /** Zero minus 1 over the root of 3 + 1, times 2, and 3. */
    @Test
    void aZeroFilterPassesOnWhatTheStoredStatisticsMakeOfIt() throws IOException {
        Sketch sketch = new Sketch();
        Value made = sketch.convolution(sketch.input(1), "K1", Sketch.tensor(new int[] {2, 1, 2}, 0, 0, 3, 4), Sliding.plain(1));
        Value shifted = sketch.bias(sketch.scale(sketch.normalised(made, "n", new int[] {1, 2}, new int[] {3, 8}), "gamma", 2, 2),
                "beta", 3, 3);
        Network network = sketch.output(sketch.convolution(sketch.relu(shifted), "K2",
                Sketch.tensor(new int[] {1, 2, 1}, 5, 6), Sliding.plain(1)));

        assertThat(Facts.of(network).facts()).filteredOn(fact -> fact.kind() == Kind.CONSTANT_NOW)
                .extracting(FactsTest::written, Fact::conditions)
                .containsExactly(tuple("CONSTANT_NOW K1[0] = 2", Set.of(Condition.STORED_STATISTICS)));
    }

    /** With stored statistics the normalisation makes a number of zero, with those of the batch zero. */
    @Test
    void whatANormalisationMakesOfZeroIsZeroOnTheBatchOnly() throws IOException {
        Sketch sketch = new Sketch();
        Value made = sketch.convolution(sketch.input(1), "K1", Sketch.tensor(new int[] {1, 1, 2}, 0, 0), Sliding.plain(1));
        Value read = sketch.relu(sketch.scale(sketch.normalised(made, "n", new int[] {1}, new int[] {3}), "gamma", 2));
        Facts facts = Facts.of(sketch.output(sketch.convolution(read, "K2", Sketch.tensor(new int[] {1, 1, 1}, 5),
                Sliding.plain(1))));

        assertThat(facts.facts()).extracting(FactsTest::written).contains("STAYS_ZERO K1[0]", "NEVER_CHANGES gamma[0]",
                "NEVER_CHANGES K2[0]", "CONSTANT_NOW K1[0] = 0").doesNotContain("CONSTANT_NOW K2[0] = 0");
        assertThat(facts.facts()).filteredOn(fact -> fact.kind() == Kind.STAYS_ZERO || fact.kind() == Kind.NEVER_CHANGES)
                .allMatch(fact -> fact.conditions().containsAll(Set.of(Condition.BATCH_STATISTICS, Condition.KAPPA_ZERO)));
    }

    /** The scale and the weights behind keep unit 0 from being read, but the statistics see it. */
    @Test
    void aLayerNormalisationMovesUnitsWhoseOwnOutputNobodyReads() throws IOException {
        Sketch sketch = new Sketch();
        Value hidden = sketch.dense(sketch.input(2), "W1", 3, 1, 2, 3, 4, 5, 7);
        Value normalised = sketch.builder().value("normalised", hidden.channels(), 1);
        sketch.builder().add(new Layer.LayerNormalisation("normalisation", hidden, BigFraction.ONE, normalised));
        Network network = sketch.output(sketch.dense(sketch.scale(normalised, "gamma", 0, 1, 1), "W2", 1, 0, 1, 2));

        assertThat(facts(network)).contains("STAYS_ZERO gamma[0]", "STAYS_ZERO W2[:, 0]")
                .noneMatch(fact -> fact.contains("W1"));
    }

    @Test
    void softmaxMovesUnitsWhoseOwnOutputNobodyReads() throws IOException {
        Sketch sketch = new Sketch();
        Value hidden = sketch.dense(sketch.input(2), "W1", 3, 1, 2, 3, 4, 5, 7);
        Value shares = sketch.builder().value("shares", hidden.channels(), 1);
        sketch.builder().add(new Layer.Softmax("softmax", hidden, shares));
        Network network = sketch.output(sketch.dense(sketch.scale(shares, "gamma", 0, 1, 1), "W2", 1, 0, 1, 2));

        assertThat(facts(network)).contains("STAYS_ZERO gamma[0]", "STAYS_ZERO W2[:, 0]")
                .noneMatch(fact -> fact.contains("W1"));
    }

    @Test
    void whatGoesIntoALayerThatIsNotUnderstoodMayMoveAndItsWeightsAreNotAnalysed() throws IOException {
        Sketch sketch = new Sketch();
        Value hidden = sketch.relu(sketch.dense(sketch.input(2), "W1", 2, 1, 2, 3, 4));
        Value other = sketch.builder().value("other", sketch.builder().channels(1), 1);
        sketch.builder().add(new Layer.Opaque("unknown", "nobody knows it", List.of(hidden),
                List.of(sketch.weights("inside", Sketch.tensor(new int[] {2}, 0, 0))), List.of(other)));
        sketch.builder().output(other);
        Facts facts = Facts.of(sketch.output(sketch.dense(sketch.scale(hidden, "gamma", 0, 0), "W2", 1, 0, 0)));

        assertThat(facts.facts()).extracting(FactsTest::written).contains("STAYS_ZERO gamma[0 1]", "STAYS_ZERO W2[0]")
                .noneMatch(fact -> fact.contains("W1"));
        assertThat(facts.notAnalysed()).containsExactly(new NotAnalysed("inside", "nobody knows it"));
        assertThat(facts.analysed()).extracting(Weights::name).containsExactly("W1", "gamma", "W2");
    }

    /** Keras has places before channels, kernels places x channels in x channels out, and matrices units in x units out. */
    @Test
    void channelsBehindThePlacesAreTheSameChannels() throws IOException {
        Sketch sketch = new Sketch();
        NetworkBuilder builder = sketch.builder();
        Value x = builder.input("x", builder.channels(1), -1);
        Value made = builder.value("made", builder.channels(3), -1);
        builder.add(new Layer.Convolution("first", x, sketch.weights("K", Sketch.tensor(new int[] {2, 1, 3}, 1, 0, 1, 2, 0, 2)),
                2, 1, false, Sliding.plain(1), made));
        Value own = builder.value("own", made.channels(), -1);
        builder.add(new Layer.Convolution("own", made, sketch.weights("D", Sketch.tensor(new int[] {1, 3, 1}, 3, 4, 3)),
                1, 2, true, Sliding.plain(1), own));
        Value read = builder.value("read", made.channels(), -1);
        builder.add(new Layer.Pointwise("relu", own, new PointwiseFunction.Of(Activation.RELU), read));
        Value flat = builder.value("flat", new Channels.Flattened(made.channels(), 2, false), -1);
        builder.add(new Layer.Flatten("flatten", read, flat));
        Value out = builder.value("out", builder.channels(1), -1);
        Weights last = sketch.weights("W", Sketch.tensor(new int[] {6, 1}, 5, 6, 5, 7, 8, 7));
        builder.add(new Layer.Dense("last", flat, last, 1, out));

        assertThat(facts(sketch.output(out))).containsExactlyInAnyOrder("STAY_EQUAL K[0 2]", "STAYS_ZERO K[1]",
                "NEVER_CHANGES D[1]", "NEVER_CHANGES W[:, 1 4]", "CONSTANT_NOW K[1] = 0",
                "ALWAYS_ZERO K[1] = 0", "ALWAYS_ZERO D[1] = 0");
    }

    /** As ReZero has it: the factor moves, and nothing is stuck; with a zero layer behind it, neither moves. */
    @Test
    void oneNumberForAllChannelsIsAFactorOfEach() throws IOException {
        for (int weight : List.of(0, 1)) {
            Sketch sketch = new Sketch();
            Value branch = sketch.dense(sketch.input(2), "W1", 2, 1, 2, 3, 4);
            Value scaled = sketch.builder().value("scaled", branch.channels(), 1);
            sketch.builder().add(new Layer.Scale("alpha", branch,
                    sketch.weights("alpha", Sketch.tensor(new int[] {1}, 0)), scaled));
            List<String> facts = facts(sketch.output(sketch.dense(scaled, "W2", 1, weight, weight)));

            assertThat(facts).contains("UNREAD_NOW W1[0 1]",
                    weight == 0 ? "STAYS_ZERO alpha[0]" : "ZERO_BUT_MOVES alpha[0]");
            assertThat(facts.contains("NEVER_CHANGES W1[0 1]")).isEqualTo(weight == 0);
        }
    }

    /** What is made of them is zero for ever, but nobody knows what the other layer does with them. */
    @Test
    void weightsThatALayerHasThatIsNotUnderstoodMayMoveByIt() throws IOException {
        Sketch sketch = new Sketch();
        Weights shared = sketch.weights("shared", Sketch.tensor(new int[] {2, 2}, 0, 0, 0, 0));
        Value x = sketch.input(2);
        Value made = sketch.builder().value("made", sketch.builder().channels(2), 1);
        sketch.builder().add(new Layer.Dense("first", x, shared, 0, made));
        Value other = sketch.builder().value("other", sketch.builder().channels(1), 1);
        sketch.builder().add(new Layer.Opaque("unknown", "nobody knows it", List.of(x), List.of(shared),
                List.of(other)));
        sketch.builder().output(other);

        assertThat(facts(sketch.output(sketch.dense(sketch.scale(made, "gamma", 0, 0), "W2", 1, 0, 0))))
                .contains("STAYS_ZERO gamma[0 1]", "STAYS_ZERO W2[0]", "ZERO_BUT_MOVES shared[0 1]");
    }

    @Test
    void groupsOfWhatIsFedMayDiffer() throws IOException {
        Sketch sketch = new Sketch();
        Value x = sketch.input(2);
        Value other = sketch.builder().value("other", sketch.builder().channels(2), 1);
        sketch.builder().add(new Layer.Opaque("unknown", "nobody knows it", List.of(x), List.of(), List.of(other)));
        Network network = sketch.output(sketch.dense(sketch.concatenation(x, other), "W", 1, 1, 1, 1, 1));
        Weights weights = network.layers().get(2).weights().get(0);
        List<int[]> single = List.of(new int[] {0}, new int[] {1});
        Examination examination = Examination.of(Understood.of(network, Map.of(weights, Survey.of(weights))),
                new Partition(Map.of(0, single, 1, single)));
        List<Node> read = examination.now().graph().value(network.layers().get(1).outputs().get(0));

        assertThat(read).hasSize(4);
        assertThat(read).extracting(node -> examination.now().classOf(node)).doesNotHaveDuplicates();
    }

    @Test
    void columnsOfWhatIsFedThatAreZeroOrEqualAreTold() throws IOException {
        Sketch sketch = new Sketch();
        Network network = sketch.output(sketch.dense(sketch.relu(sketch.dense(sketch.input(4), "W1", 2, 1, 0, 1, 3, 2, 0, 2, 4)),
                "W2", 1, 5, 6));

        assertThat(facts(network)).containsExactlyInAnyOrder("ZERO_BUT_MOVES W1[:, 1]", "EQUAL_NOW W1[:, 0 2]");
    }

    @Test
    void entriesThatAreNoNumbersAreNotAnalysed() throws IOException {
        Sketch sketch = new Sketch();
        long[] codes = {0, Code.NOT_A_NUMBER};
        Weights broken = Weights.of("W1", ElementType.FLOAT64, Dimensions.of(1, 2), (from, into) ->
                System.arraycopy(codes, Math.toIntExact(from), into, 0, into.length));
        Value made = sketch.builder().value("made", sketch.builder().channels(1), 1);
        sketch.builder().add(new Layer.Dense("first", sketch.input(2), broken, 0, made));
        Facts facts = Facts.of(sketch.output(sketch.dense(made, "W2", 1, 0)));

        assertThat(facts.notAnalysed()).containsExactly(new NotAnalysed("W1",
                "\"W1\" has entries that are infinite or no numbers"));
        assertThat(facts.facts()).extracting(FactsTest::written)
                .containsExactly("CONSTANT_NOW W2[0] = 0", "ZERO_BUT_MOVES W2[0]");
    }

    /** 24 equal units are told apart in one program; in smaller ones it takes rounds, of which there may be too few. */
    @Test
    void equalUnitsThatAreTooManyAreSaidNotToBeExamined() throws IOException {
        Sketch sketch = new Sketch();
        Value first = sketch.relu(sketch.dense(sketch.input(1), "W1", Tensor.filled(Shape.of(24, 1), BigFraction.ONE)));
        Value second = sketch.relu(sketch.dense(first, "W2", Tensor.filled(Shape.of(24, 24), BigFraction.TWO)));
        Network network = sketch.output(sketch.dense(second, "W3", Tensor.filled(Shape.of(1, 24), BigFraction.ONE)));
        Map<Weights, Survey> surveys = new HashMap<>();
        for (Layer layer : network.layers()) {
            for (Weights weights : layer.weights()) {
                surveys.put(weights, Survey.of(weights));
            }
        }
        Facts all = new FactFinder(Understood.of(network, surveys), surveys, new Plan.Bounds(2_000, 9)).find();
        Facts some = new FactFinder(Understood.of(network, surveys), surveys, new Plan.Bounds(2_000, 1)).find();

        assertThat(all.notExamined()).isEmpty();
        assertThat(all.facts()).filteredOn(fact -> fact.kind() == Kind.STAY_EQUAL)
                .extracting(fact -> fact.units().tensor().name(), fact -> fact.units().areAll())
                .containsExactlyInAnyOrder(tuple("W1", true), tuple("W2", true));
        assertThat(some.notExamined()).hasSize(2).allMatch(said -> said.matches(
                "\\d+ of the equal units of \"W[12]\" were not told apart: they are too many"));
        assertThat(some.facts()).filteredOn(fact -> fact.kind() == Kind.STAY_EQUAL).hasSize(2)
                .noneMatch(fact -> fact.units().areAll());
    }
}
