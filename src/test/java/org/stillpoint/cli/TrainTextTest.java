package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.training.Kept;
import org.stillpoint.training.RealResult;
import org.stillpoint.training.Stop;

class TrainTextTest {

    @Test
    void whatTheEnclosuresDoNotTellIsSaidToBeNotDecided() {
        Network start = Network.zeros(List.of(1, 1), false);
        Real around = new Enclosure(new BigDecimal("-0.1"), new BigDecimal("0.1"));
        RealNetwork end = new RealNetwork(start, List.of(new RealLayer(List.of(List.of(around)), Optional.empty())));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));
        Stop stop = new Stop(3, 128, 128, "step 3: nobody knows");

        String text = TrainText.text(new DataInput.Input(start, data),
                new Kept<>(new RealResult(end, 2, around, Optional.empty()), Optional.of(stop)), 9, EngineName.ENCLOSURE);

        assertThat(text).isEqualTo("""
                steps: 2
                stopped: after step 2 of 9: step 3: nobody knows
                mean loss: 0 +- 1e0
                accuracy: not decided by the rule sign
                parameters changed: 0 of 1
                moved in layer 1: weights 0 of 1, no bias, not decided 1
                """);
    }
}
