package org.stillpoint.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.Vector;

class RoundTripTest {

    @Property(tries = 200)
    void aNetworkIsReadBackAsItWasWritten(@ForAll("networks") Network network) {
        assertThat(NetworkFormat.read(new Source("n.json", Json.write(NetworkFormat.write(network))))).isEqualTo(network);
    }

    @Property(tries = 200)
    void dataIsReadBackFromJsonAsItWasWritten(@ForAll("data") DataSet data) {
        assertThat(DataFormat.read(new Source("d.json", Json.write(DataFormat.write(data))))).isEqualTo(data);
    }

    @Property(tries = 200)
    void dataIsReadBackFromCsvAsItWasWritten(@ForAll("labelledData") DataSet data) {
        assertThat(DataFormat.read(new Source("d.csv", CsvData.write(data)))).isEqualTo(data);
    }

    @Provide
    Arbitrary<Network> networks() {
        return Combinators.combine(Arbitraries.integers().between(1, 4).list().ofMinSize(2).ofMaxSize(4),
                numbers().list().ofSize(3 * (16 + 4)), activations().list().ofSize(3),
                Arbitraries.of(true, false).list().ofSize(3)).as(RoundTripTest::network);
    }

    /** Every one with a name, and leaky-relu of other slopes. */
    private static Arbitrary<Activation> activations() {
        return Arbitraries.oneOf(Arbitraries.of(Activation.all()), numbers().map(RationalActivation::leakyRelu));
    }

    @Example
    void anActivationIsReadInTheShapeOfANetworkHoweverItsSlopeIsWritten() {
        Network network = Network.of(new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.fromId("leaky-relu:1/5")));
        String written = "{\"layers\": [{\"weights\": [[2]], \"activation\": \"leaky-relu:0.2\"}]}";

        assertThat(NetworkFormat.readInShapeOf(network, Json.read(new Source("n.json", written))).layers().get(0).activation())
                .isEqualTo(network.outputActivation());
        assertThatThrownBy(() -> NetworkFormat.readInShapeOf(network,
                Json.read(new Source("n.json", written.replace("0.2", "0.3"))))).isInstanceOf(FormatException.class)
                .hasMessage("n.json: /layers/0/activation: another activation, expected none or leaky-relu:1/5, as in the network");
    }

    private static Network network(List<Integer> widths, List<BigFraction> numbers, List<Activation> activations,
                                   List<Boolean> biases) {
        List<Layer> layers = new ArrayList<>();
        int next = 0;
        for (int l = 1; l < widths.size(); l++) {
            List<Vector> rows = new ArrayList<>();
            for (int j = 0; j < widths.get(l); j++) {
                rows.add(new Vector(numbers.subList(next, next += widths.get(l - 1))));
            }
            Vector bias = new Vector(numbers.subList(next, next += widths.get(l)));
            layers.add(new Layer(new Matrix(rows), biases.get(l - 1) ? Optional.of(bias) : Optional.empty(),
                    l < widths.size() - 1 && activations.get(l - 1) == Activation.SOFTMAX ? Activation.IDENTITY
                            : activations.get(l - 1)));
        }
        return new Network(layers);
    }

    @Provide
    Arbitrary<DataSet> data() {
        return Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(1, 4)).flatAs(RoundTripTest::data);
    }

    @Provide
    Arbitrary<DataSet> labelledData() {
        return Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 4))
                .flatAs((width, samples) -> data(width, 1, samples));
    }

    private static Arbitrary<DataSet> data(int inputWidth, int targetWidth, int samples) {
        return Combinators.combine(vectors(inputWidth, samples), vectors(targetWidth, samples)).as(DataSet::new);
    }

    private static Arbitrary<List<Vector>> vectors(int width, int count) {
        return numbers().list().ofSize(width).map(Vector::new).list().ofSize(count);
    }

    private static Arbitrary<BigFraction> numbers() {
        return Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.longs().between(1, Long.MAX_VALUE))
                .as((numerator, denominator) -> new BigFraction(numerator, BigInteger.valueOf(denominator)));
    }
}
