package org.stillpoint.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;

class NetworkDrawingTest {

    private static Network network(Vector bias, Vector output, Vector... rows) {
        return Network.of(new Layer(Matrix.of(rows), Optional.of(bias), Activation.RELU),
                new Layer(Matrix.of(output), Optional.empty(), Activation.IDENTITY));
    }

    private static final Network EQUAL = network(Vector.of("0", "0"), Vector.of("1", "1"),
            Vector.of("1/2", "-3"), Vector.of("1/2", "-3"));
    private static final Network NUDGED = network(Vector.of("0", "1/10"), Vector.of("1", "1"),
            Vector.of("1/2", "-3"), Vector.of("1/2", "-2"));

    @Test
    void everyWeightAndEveryBiasOfASmallNetworkIsWrittenDown() {
        assertThat(NetworkDrawing.svg(EQUAL).split(">1/2</text>", -1)).hasSize(3);
        assertThat(NetworkDrawing.svg(EQUAL).split(">\u22123</text>", -1)).hasSize(3);
        assertThat(NetworkDrawing.svg(EQUAL).split(">b = 0</text>", -1)).hasSize(3);
    }

    @Test
    void equalUnitsShareALetterAndAColourAndOthersDoNot() {
        assertThat(NetworkDrawing.svg(EQUAL)).contains("<circle class=\"class0\"", ">A</text>")
                .doesNotContain("class1", ">B</text>");
        assertThat(NetworkDrawing.svg(NUDGED)).contains("<circle class=\"class0\"", "<circle class=\"class1\"", ">A</text>",
                ">B</text>");
    }

    @Test
    void whatChangedIsFramed() {
        String svg = NetworkDrawing.pictures(List.of(RealNetwork.of(NUDGED)), List.of(RealNetwork.of(EQUAL))).get(0).svg();

        String changed = svg.substring(svg.indexOf("<g class=\"label changed\">"));
        assertThat(changed.split("<rect ", -1)).hasSize(3);
        assertThat(changed).contains(">\u22122</text>", ">b = 1/10</text>").doesNotContain(">\u22123</text>", ">b = 0</text>");
        assertThat(svg).contains(">\u22123</text>", "<path class=\"negative changed\"");
        assertThat(NetworkDrawing.svg(NUDGED)).doesNotContain("changed");
    }

    @Test
    void aPictureHasEveryNumberIfNoneIsRoundedLeftOutOrForSeveralUnits() {
        assertThat(hasEveryNumber(EQUAL)).isTrue();
        assertThat(hasEveryNumber(network(Vector.of("0", "0"), Vector.of("1", "1"), Vector.of("12345/67"), Vector.of("1"))))
                .isFalse();
        assertThat(hasEveryNumber(network(Vector.of("0", "12345/67"), Vector.of("1", "1"), Vector.of("2"), Vector.of("1"))))
                .isFalse();
        assertThat(hasEveryNumber(Network.zeros(List.of(10, 10, 1), false))).isFalse();
        assertThat(hasEveryNumber(Network.constant(List.of(4, 4, 1), false, BigFraction.ONE))).isFalse();
    }

    private static boolean hasEveryNumber(Network network) {
        RealNetwork real = RealNetwork.of(network);
        return NetworkDrawing.pictures(List.of(real), List.of(real)).get(0).hasEveryNumber();
    }

    @Test
    void zerosDifferFromOtherWeights() {
        assertThat(NetworkDrawing.svg(network(Vector.of("0"), Vector.of("0"), Vector.of("1", "-1"))))
                .contains("<path class=\"zero\"", "<path class=\"positive\"", "<path class=\"negative\"");
    }

    @Test
    void thePictureIsToldInWords() {
        assertThat(NetworkDrawing.svg(NUDGED)).contains("aria-label=\"Network of 2, 2, 1 units, inputs first; layer 1: "
                + "x\u2081 to A 1/2, x\u2082 to A \u22123, x\u2081 to B 1/2, x\u2082 to B \u22122, bias of A 0, bias of B 1/10; "
                + "layer 2: A to f 1, B to f 1\"");
        assertThat(NetworkDrawing.svg(Network.zeros(List.of(10, 10, 1), true)))
                .contains("layer 1: all weights 0, bias of A \u00d7 10 0; layer 2: all weights 0, bias of f 0");
    }

    @Test
    void aWideNetworkIsDrawnAsItsClasses() {
        assertThat(NetworkDrawing.svg(Network.zeros(List.of(10, 10, 1), false)))
                .contains(">x \u00d7 10</text>", ">A \u00d7 10</text>")
                .isEqualTo(NetworkDrawing.classes(Network.zeros(List.of(10, 10, 1), false)));
        assertThat(NetworkDrawing.units(Network.zeros(List.of(10, 10, 1), false)).split("M", -1)).hasSize(111);
    }

    @Test
    void anInputWithWeightsOfItsOwnStandsForItself() {
        String svg = NetworkDrawing.classes(network(Vector.of("0", "0"), Vector.of("1", "1"),
                Vector.of("2", "2", "5"), Vector.of("2", "2", "5")));

        assertThat(svg).contains(">x\u2081 \u00d7 2</text>", ">x\u2083</text>", ">A \u00d7 2</text>", ">5</text>");
    }

    @Test
    void aNetworkOfManyDifferentUnitsIsDrawnLayerByLayer() {
        Vector row = new Vector(IntStream.range(0, 9).mapToObj(BigFraction::new).toList());
        Matrix rows = new Matrix(IntStream.range(0, 9)
                .mapToObj(j -> new Vector(row.entries().stream().map(q -> q.add(j)).toList())).toList());
        Network network = Network.of(new Layer(rows, Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(row), Optional.empty(), Activation.IDENTITY));

        assertThat(NetworkDrawing.svg(network)).contains(">x \u00d7 9</text>", ">h \u00d7 9</text>", "<path class=\"mixed\"",
                "several numbers");
    }

    @Test
    void aLongNumberIsRoundedAndSaysSo() {
        assertThat(NetworkDrawing.svg(Network.of(new Layer(Matrix.of(Vector.of("-1234567/9876543")),
                Optional.of(Vector.of("100000000/3")), Activation.IDENTITY))))
                .contains(">\u2248\u22120.125</text>", ">b \u2248 3.33e7</text>");
    }

    @Test
    void numbersThatAreOnlyEnclosedBelongToNoClass() {
        Network shape = Network.zeros(List.of(1, 2, 1), false);
        Enclosure number = new Enclosure(new BigDecimal("0.73105"), new BigDecimal("0.73106"));
        RealNetwork network = new RealNetwork(shape, List.of(
                new RealLayer(List.of(List.of(number), List.of(number)), Optional.empty()),
                RealLayer.of(shape.layers().get(1))));

        assertThat(NetworkDrawing.pictures(List.of(network), List.of(network)).get(0).svg())
                .contains(">h\u2081</text>", ">\u22480.731</text>", "\"positive\"")
                .doesNotContain("class0", ">A</text>");
    }

    @Test
    void theStyleSheetDrawsCirclesAndFramesAsTheLayoutHasThem() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/org/stillpoint/report/network.css")))
                .contains("g.units circle { r: " + Layout.RADIUS + "px; }", "g.changed rect { height: " + Layout.LINE + "px;");
    }
}
