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
}
