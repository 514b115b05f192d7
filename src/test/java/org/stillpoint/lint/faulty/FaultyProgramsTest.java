package org.stillpoint.lint.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.format.Source;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.report.FaultyStarts;

/**
 * What a theorem decides about where published faulty programs start: the table of the report, which {@code
 * -Dstillpoint.faulty=rewrite} writes anew.
 */
class FaultyProgramsTest {

    private static final Path FILE = Path.of("src/models/faulty.json");

    @Test
    void whatTheReportSaysOfEachProgramIsDecidedAgain() throws IOException {
        List<FaultyStarts.Start> decided = new ArrayList<>();
        for (FaultyProgram program : FaultyProgram.all()) {
            Decision decision = Decision.of(Facts.of(program.start()));
            decided.add(new FaultyStarts.Start(program.name(), program.network() + "; loss: " + program.loss(), decision.word(),
                    decision.says(), program.note()));
        }
        FaultyStarts starts = new FaultyStarts(decided);
        if ("rewrite".equals(System.getProperty("stillpoint.faulty"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, starts.write());
        }

        assertThat(starts).isEqualTo(FaultyStarts.read(new Source(FILE.toString(), Files.readString(FILE))));
        assertThat(decided).hasSizeGreaterThan(60);
    }
}
