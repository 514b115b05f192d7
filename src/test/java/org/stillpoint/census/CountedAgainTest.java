package org.stillpoint.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.format.Source;
import org.stillpoint.report.CountedScopes;

/** The census that the profile of this name wrote down. */
class CountedAgainTest {

    private static final Path FILE = Path.of("src/census/census.json");
    private static final List<Count> WRITTEN = written();

    private static List<Count> written() {
        try {
            return CountedScopes.read(new Source(FILE.toString(), Files.readString(FILE))).scopes().stream()
                    .map(CountedScopes.OfScope::count).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Scope> small() {
        return Scopes.SMALL.stream();
    }

    @ParameterizedTest
    @MethodSource("small")
    void everyBuildFindsTheSameInASmallScope(Scope scope) {
        assertThat(WRITTEN).filteredOn(count -> count.scope().equals(scope)).containsExactly(Census.count(scope));
    }

    @Test
    void everyScopeIsWrittenDown() {
        assertThat(WRITTEN).extracting(Count::scope).containsExactlyElementsOf(Scopes.ALL);
        assertThat(WRITTEN).allSatisfy(count -> assertThat(LongStream.range(0, count.outcomes().size())
                .map(outcome -> count.outcomes().get((int) outcome)).sum()).isEqualTo(count.scope().cases()));
    }

    /** As the page of the census says. */
    @Test
    void withOneHiddenLayerOneHalfIsNeverWrongAndWithBiasesNoKappaIs() {
        assertThat(wrong(1, false)).allSatisfy(wrong -> assertThat(wrong.get(1)).isZero());
        assertThat(wrong(1, true)).allSatisfy(wrong -> assertThat(wrong).containsOnly(0L));
        assertThat(wrong(1, false)).anySatisfy(wrong -> assertThat(wrong.get(0)).isPositive());
    }

    /** As the page of the census says. */
    @Test
    void withTwoHiddenLayersEachKappaIsWrongSomewhereWithoutBiasesAndNowhereWithThem() {
        assertThat(wrong(2, false)).allSatisfy(wrong -> assertThat(wrong).doesNotContain(0L));
        assertThat(wrong(2, true)).allSatisfy(wrong -> assertThat(wrong).containsOnly(0L));
    }

    /** How often each kappa is wrong, and all of them at once, scope by scope. */
    private static List<List<Long>> wrong(int hiddenLayers, boolean biases) {
        return WRITTEN.stream().filter(count -> count.scope().hiddenLayers() == hiddenLayers && count.scope().biases() == biases)
                .map(count -> List.of(count.wrong(0), count.wrong(1), count.wrong(2), count.wrongWithAll())).toList();
    }
}
