package org.stillpoint.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.training.Kept;
import org.stillpoint.training.RealResult;
import org.stillpoint.training.Stop;
import tools.jackson.databind.JsonNode;

/** Numbers that are not known exactly: how they are written, refused, and read by their middles. */
class EnclosureFormatTest {

    private static final Real QUARTER = new Exact(new BigFraction(1, 4));
    private static final Real ENCLOSED = new Enclosure(new BigDecimal("0.73"), new BigDecimal("0.74"));

    private static final RealNetwork NETWORK = new RealNetwork(Network.zeros(List.of(2, 1), true),
            List.of(new RealLayer(List.of(List.of(QUARTER, ENCLOSED)), Optional.of(List.of(ENCLOSED)))));

    private static JsonCursor written() {
        return Json.read(new Source("n.json", Json.write(NetworkFormat.write(NETWORK))));
    }

    @Test
    void anExactNumberIsWrittenAsEverAndAnyOtherByItsEnds() {
        assertThat(written().node()).hasToString("{\"layers\":[{\"weights\":[[\"1/4\",{\"low\":\"0.73\",\"high\":\"0.74\"}]],"
                + "\"bias\":[{\"low\":\"0.73\",\"high\":\"0.74\"}],\"activation\":\"identity\"}]}");
    }

    @Test
    void whatTheEnclosuresDoNotTellIsNotSaid() {
        Network start = Network.of(new Layer(Matrix.of(Vector.of("1/4", "147/200")), Optional.of(Vector.of("0")),
                Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1", "1")), List.of(Vector.of("1")));
        Stop stop = new Stop(3, 128, 128, "step 3: nobody knows");

        JsonNode value = ResultFormat.write(start, data,
                new Kept<>(new RealResult(NETWORK, 2, QUARTER, Optional.empty()), Optional.of(stop)));

        assertThat(value.get("accuracy").isNull()).isTrue();
        assertThat(value.get("accuracyRule").asString()).isEqualTo("sign");
        assertThat(value.get("moved")).hasToString(
                "[{\"layer\":1,\"weights\":0,\"of\":2,\"bias\":1,\"ofBias\":1,\"undecided\":1}]");
        assertThat(value.get("stopped"))
                .hasToString("{\"step\":3,\"bits\":128,\"limit\":128,\"why\":\"step 3: nobody knows\"}");
    }

    @ParameterizedTest
    @CsvSource({"1.20E-30, 1.20e-30", "7E+1, 7e+1", "-0.0000012, -0.0000012", "0.10, 0.10"})
    void anEndIsReadBackAsTheDecimalThatItIs(BigDecimal end, String text) {
        assertThat(ExactNumber.write(end)).isEqualTo(text);
        assertThat(ExactNumber.parse(text)).isEqualTo(ExactNumber.of(end));
    }

    @Test
    void aNetworkWithAnEnclosureIsRefusedWhereTheFirstOneStands() {
        assertThatThrownBy(() -> NetworkFormat.read(written())).isInstanceOf(FormatException.class)
                .hasMessage("n.json: /layers/0/weights/0/1: an enclosure, expected an exact number; for a network --midpoints "
                        + "takes the middles, and the result is no longer exact");
    }

    @Test
    void theMiddlesOfTheEnclosuresMakeAnExactNetwork() {
        Midpoints.Exact exact = Midpoints.of(written());

        assertThat(exact.taken()).isEqualTo(2);
        assertThat(NetworkFormat.read(exact.value()).parameters())
                .containsExactly(new BigFraction(1, 4), new BigFraction(147, 200), new BigFraction(147, 200));
    }

    @Test
    void whatHasNoEnclosuresStaysAsItIs() {
        JsonCursor value = Json.read(new Source("any.json", "{\"a\": [], \"b\": [1, \"x\", {\"low\": 1}], \"c\": null}"));

        assertThat(Midpoints.of(value)).isEqualTo(new Midpoints.Exact(value, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"low\": 2, \"high\": 1}     | n.json: /a/0: an enclosure whose low end is not below its high end",
        "{\"low\": 1, \"high\": 1}     | n.json: /a/0: an enclosure whose low end is not below its high end",
        "{\"low\": \"NaN\", \"high\": 1} | n.json: /a/0/low: \"NaN\" is not an exact number",
        "{\"low\": {\"low\": 0, \"high\": 1}, \"high\": 2} | n.json: /a/0/low: an enclosure, expected an exact number"})
    void anEnclosureThatIsNoneIsRefused(String enclosure, String message) {
        assertThatThrownBy(() -> Midpoints.of(Json.read(new Source("n.json", "{\"a\": [" + enclosure + "]}"))))
                .isInstanceOf(FormatException.class).hasMessageStartingWith(message).hasMessageContaining("expected");
    }
}
