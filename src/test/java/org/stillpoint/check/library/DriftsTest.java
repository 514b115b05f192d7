package org.stillpoint.check.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.diagnosis.Twins;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.verdict.Drift;
import org.stillpoint.report.Drifts;
import org.stillpoint.report.NotRun;

/** Writes down how twins part in the trainings of every library that is on this machine, for the report. */
@Tag("adapters")
class DriftsTest {

    private static final Path FILE = Path.of("src/adapters/drift.json");

    @Test
    void twinsAreFollowedThroughEveryLibraryThatIsThereAndNeverPartInTheExactRun() throws IOException {
        Library.compile();
        List<Drifts.OfLibrary> followed = new ArrayList<>();
        List<NotRun> notRun = new ArrayList<>();
        for (Library library : Library.all()) {
            Optional<String> missing = library.missing();
            if (missing.isPresent()) {
                notRun.add(new NotRun(library.name(), missing.get()));
                continue;
            }
            try (Respondent respondent = library.programs().start()) {
                List<Drift> drifts = Twins.follow(respondent, Twins.LONG);
                if (drifts.isEmpty()) {
                    notRun.add(new NotRun(library.name(), "it does not train a network of this kind"));
                } else {
                    followed.add(new Drifts.OfLibrary(respondent.ability().name(), respondent.ability().arithmetic().id(),
                            drifts));
                }
            }
        }

        assertThat(followed).as("libraries that are there; not run: " + notRun).isNotEmpty();
        Files.writeString(FILE, new Drifts(LocalDate.now().toString(), followed, notRun).write());
        assertThat(followed).flatExtracting(Drifts.OfLibrary::drifts).extracting(drift -> drift.exact().size())
                .containsOnly(BigFraction.ZERO);
    }
}
