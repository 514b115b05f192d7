package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private ProgressLine line(boolean interactive) {
        PrintStream stream = new PrintStream(err);
        return new ProgressLine(new Terminal(new ByteArrayInputStream(new byte[0]), stream, stream, interactive));
    }

    @Test
    void theBarFillsWithTheShareAndNeverOverflows() {
        assertThat(ProgressLine.bar(0)).isEqualTo("[....................] 0 %");
        assertThat(ProgressLine.bar(43)).isEqualTo("[########............] 43 %");
        assertThat(ProgressLine.bar(100)).isEqualTo("[####################] 100 %");
    }

    @Test
    void whoWatchesSeesOneLineWithoutColoursThatIsTakenAwayAtTheEnd() {
        ProgressLine line = line(true);
        line.show("12 cases");
        line.clear();

        assertThat(err.toString()).startsWith("\r12 cases").endsWith("\r").doesNotContain("\n", "\u001b");
    }

    @Test
    void nothingIsShownWhereNobodyWatches() {
        ProgressLine line = line(false);
        line.show("12 cases");
        line.clear();

        assertThat(err.size()).isZero();
    }

    @Test
    void theLineIsNotDueAtOnce() {
        assertThat(line(true).due()).isFalse();
    }
}
