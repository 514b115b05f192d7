package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.search.RandomSearch;
import org.stillpoint.search.Scope;
import org.stillpoint.search.Search;
import org.stillpoint.search.Searches;
import org.stillpoint.witness.Counterexample;

class BestSoFarTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), new PrintStream(err),
            new PrintStream(err), false);
    private final List<Counterexample> saved = new ArrayList<>();

    @Test
    void interruptedWhileShrinkingTheSmallestUntilThenIsSaved() {
        Search search = Searches.all().stream().filter(each -> each.name().equals("PART-5")).findFirst().orElseThrow();
        List<Counterexample> told = new ArrayList<>();
        try (BestSoFar best = new BestSoFar(terminal, saved::add)) {
            new RandomSearch(search, new Scope(2, 1, 4, 1, 1), 1).run(100, tries -> { }, smaller -> {
                best.accept(smaller);
                told.add(smaller);
                if (told.size() == 3) {
                    best.interrupted();
                }
            });
        }

        assertThat(told).hasSizeGreaterThan(3);
        assertThat(saved).containsExactly(told.get(2)).allMatch(Counterexample::holds);
        assertThat(err).hasToString("stillpoint: interrupted; saved the smallest counterexample found so far\n");
    }

    @Test
    void interruptedBeforeAnythingIsFoundNothingIsSaved() {
        try (BestSoFar best = new BestSoFar(terminal, saved::add)) {
            best.interrupted();
        }

        assertThat(saved).isEmpty();
        assertThat(err.size()).isZero();
    }
}
