package org.stillpoint.proof.runnable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.proof.prover.Specification;

/** The page says which arrays results share with arguments: each that it lists occurs, and none that it does not. */
class SharingTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ((?:`[A-Z]\\w+\\.\\w+`(?:, )?)+) \\| ((?:`[\\w.\\[\\]]+`(?:, )?)+) \\| [^|]+ \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void thePageListsExactlyWhatIsShared() {
        Map<String, Set<String>> listed = new TreeMap<>();
        ROW.matcher(Specification.read(Path.of("specs/README.md"))).results().forEach(row ->
                names(row, 1).forEach(method -> listed.computeIfAbsent(method, unused -> new TreeSet<>())
                        .addAll(names(row, 2).toList())));

        Map<String, Set<String>> shared = new TreeMap<>();
        Map<String, RunnableContract> contracts = RunnableContract.ofThisBuild();
        ConcreteCalls.all().forEach((method, call) -> shared.put(method, Sharing.of(contracts.get(method), call)));
        shared.values().removeIf(Set::isEmpty);

        assertThat(shared).isEqualTo(listed);
    }

    private static Stream<String> names(MatchResult row, int cell) {
        return NAME.matcher(row.group(cell)).results().map(name -> name.group(1));
    }
}
