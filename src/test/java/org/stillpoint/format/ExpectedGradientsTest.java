package org.stillpoint.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Network;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.engine.RealLayer;

/** A gradient of another program beside an enclosure: a verdict holds of each number in the enclosure, or there is none. */
class ExpectedGradientsTest {

    private static final Real SIGMOID_OF_1 =
            new Enclosure(new BigDecimal("0.73105857863000487925"), new BigDecimal("0.73105857863000487926"));
    private static final String NEXT_DOUBLE = "0.7310585786300048949735";
    private static final Network NETWORK = Network.zeros(List.of(1, 1), false);
    private static final RealGradients COMPUTED =
            new RealGradients(SIGMOID_OF_1, List.of(new RealLayer(List.of(List.of(SIGMOID_OF_1)), Optional.empty())));

    private static List<Difference> differences(String weight, int ulps) {
        return ExpectedGradients.differences(Json.read(new Source("e.json",
                "{\"gradients\": {\"layers\": [{\"weights\": [[" + weight + "]]}]}}")), NETWORK, COMPUTED, ulps);
    }

    @Test
    void aFloatIsRightIfItIsNearEnoughToEveryNumberOfTheEnclosure() {
        assertThat(differences(NEXT_DOUBLE, 1)).isEmpty();
    }

    @Test
    void itIsWrongIfItIsTooFarFromEveryNumberOfTheEnclosure() {
        assertThat(differences(NEXT_DOUBLE, 0)).containsExactly(
                new Difference("/gradients/layers/0/weights/0/0", NEXT_DOUBLE, "0.73105857863000487925 +- 1e-20"));
    }

    @Test
    void thereIsNoVerdictIfTheEnclosureIsTooWideForOne() {
        assertThatThrownBy(() -> differences("0.731058578630004879255", 0)).isInstanceOf(FormatException.class)
                .hasMessage("e.json: /gradients/layers/0/weights/0/0: within 0 ulps of some numbers of the enclosure "
                        + "0.73105857863000487925 +- 1e-20 and not of others, expected a narrower one (more --digits) or "
                        + "other --ulps");
    }
}
