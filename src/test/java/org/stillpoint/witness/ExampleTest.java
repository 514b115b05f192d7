package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.Difference;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.statement.Statements;

/** An example of a cell of the decision table contradicts no claim. */
class ExampleTest {

    private static final Example MOVES = new Example("all one, one sample", "A weight changes.",
            Network.constant(List.of(1, 2, 1), false, BigFraction.ONE),
            new DataSet(List.of(Vector.of("1")), List.of(Vector.of("-1"))),
            Settings.defaults(1), Statements.somethingMoves(1));
    private static final String TEXT = Json.write(WitnessFormat.write(MOVES));

    private static Replay replay(String text) {
        return Replay.of(new Source("file", text));
    }

    @Test
    void itsFileSaysOfWhichCellItIsAndNamesNoClaim() {
        assertThat(TEXT).contains("\"schema\" : \"stillpoint-example/2\"", "\"cell\" : \"all one, one sample\"",
                "\"shows\" : \"A weight changes.\"").doesNotContain("claim", "contradicts");
        assertThat(replay(TEXT).witness()).isEqualTo(MOVES);
    }

    @Test
    void aReplaySaysWhatIsReproduced() {
        assertThat(ReplayFormat.text(replay(TEXT))).startsWith("example of a cell, all one, one sample: A weight changes.\n")
                .contains("\n  shows  largest change of a weight or hidden bias from the start to step 1 (1/10) > 0\n")
                .endsWith("reproduced: every number of the file was computed again\n");
        assertThat(ReplayFormat.write(replay(TEXT)).toString())
                .isEqualTo("{\"claim\":null,\"example\":\"all one, one sample\",\"reproduced\":true,\"differs\":[]}");
    }

    @Test
    void anotherCellShowsInTheFingerprint() {
        assertThat(replay(TEXT.replace("all one, ", "all two, ")).differs()).extracting(Difference::pointer)
                .containsExactly("/fingerprint");
    }

    @Test
    void anExampleOfAClaimIsRefused() {
        assertThatThrownBy(() -> replay(TEXT.replace("\"cell\" :", "\"claim\" :"))).isInstanceOf(FormatException.class)
                .hasMessageContaining("/claim: unknown key");
    }
}
