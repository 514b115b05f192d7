package org.stillpoint.lint.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;

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
}
