package org.stillpoint.check.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.diagnosis.Judge;
import org.stillpoint.check.diagnosis.NoVerdictException;
import org.stillpoint.check.question.NoAnswerException;
import org.stillpoint.check.suite.SuiteName;
import org.stillpoint.format.Source;
import org.stillpoint.report.Implementations;
import org.stillpoint.report.Judged;
import org.stillpoint.report.NotRun;

/** Writes down what every library does that is on this machine, for the report. */
@Tag("adapters")
class ImplementationsTest {

    private static final Path FILE = Path.of("src/adapters/implementations.json");
    private static final int CASES = 60;

    @Test
    void everyLibraryThatIsThereIsJudged() throws IOException {
        Library.compile();
        List<Judged> judged = new ArrayList<>();
        List<NotRun> notRun = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (Library library : Library.all()) {
            Optional<String> missing = library.missing();
            if (missing.isPresent()) {
                notRun.add(new NotRun(library.name(), missing.get()));
                continue;
            }
            try {
                judged.add(Judged.of(Judge.judge(library.programs(), SuiteName.ALL, CASES, 1)));
            } catch (NoVerdictException e) {
                notRun.add(new NotRun(library.name(), e.getMessage()));
            } catch (NoAnswerException e) {
                broken.add(library.name() + ": " + e.getMessage() + " " + e.lastLines());
            }
        }
        Implementations implementations = new Implementations(LocalDate.now().toString(), judged, notRun);

        assertThat(broken).as("adapters that do not keep to the protocol").isEmpty();
        assertThat(judged).as("libraries that are there; not run: " + notRun).isNotEmpty();
        Files.writeString(FILE, implementations.write());
        assertThat(Implementations.read(new Source(FILE.toString(), Files.readString(FILE)))).isEqualTo(implementations);
    }
}
