package org.stillpoint.graph.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.Subject;
import org.stillpoint.graph.training.GradientCheck;
import org.stillpoint.graph.training.Role;

/** What is proved of each architecture, and what a run of it shows; the table of both in the guide. */
class ArchitecturesTest {

    /** The system property that, set to {@code rewrite}, makes the guide show the table as it is now. */
    private static final String PROPERTY = "stillpoint.architectures";
    private static final Path GUIDE = Path.of("src/guide/own-architecture.md");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\| architecture \\|.*\\n(?:\\|.*\\n)+");
    private static final int STEPS = 3;

    private static Examination examined(Architecture architecture) {
        boolean inexactLater = architecture.claim().equals("ATT-1") && architecture.start().equals("Wq = 0");
        return Examination.of(architecture, inexactLater ? 1 : STEPS);
    }

    @TestFactory
    Stream<DynamicTest> whatIsProvedHoldsInARunAndWhatIsNotMoves() {
        return Architectures.all().stream().map(each -> DynamicTest.dynamicTest(each.name() + ", " + each.start(), () -> {
            Examination seen = examined(each);

            assertThat(GradientCheck.fault(each.program())).isEmpty();
            assertThat(seen.confirmed()).isTrue();
            assertThat(seen.moved()).doesNotContainKeys(seen.unchanged().toArray(String[]::new));
            if (seen.never().isEmpty()) {
                assertThat(seen.moved()).containsKeys(namedInTheStart(each).toArray(String[]::new));
            }
        }));
    }

    private static Stream<String> namedInTheStart(Architecture architecture) {
        return architecture.program().slots(Role.PARAMETER).stream().map(architecture.program()::name)
                .filter(List.of(architecture.start().split("\\W+"))::contains);
    }

    @Test
    void eachClaimOnAnArchitectureHasOneInTheTable() throws IOException {
        assertThat(Architectures.all().stream().map(Architecture::claim).toList())
                .containsAll(Catalogue.load(Path.of("specs/claims")).claims().stream()
                        .filter(claim -> Subject.of(claim) == Subject.ARCHITECTURES).map(Claim::id)
                        .filter(id -> !id.startsWith("GRAPH-")).toList());
    }

    @Test
    void theGuideShowsTheTable() throws IOException {
        String guide = Files.readString(GUIDE);
        Matcher shown = TABLE.matcher(guide);
        assertThat(shown.find()).isTrue();
        if ("rewrite".equals(System.getProperty(PROPERTY))) {
            Files.writeString(GUIDE, shown.replaceFirst(Matcher.quoteReplacement(table())));
        } else {
            assertThat(shown.group()).as("with -D%s=rewrite this test writes it anew", PROPERTY).isEqualTo(table());
        }
    }

    private static String table() {
        return "| architecture | start | proved for ever | first moves, in step | slots | claim |\n|---|---|---|---|---|---|\n"
                + Architectures.all().stream().map(ArchitecturesTest::examined).map(ArchitecturesTest::row)
                .collect(Collectors.joining());
    }

    private static String row(Examination seen) {
        Architecture architecture = seen.architecture();
        return "| " + String.join(" | ", architecture.name(), architecture.start(), seen.never().orElse("-"), moves(seen),
                String.valueOf(seen.slots()), architecture.claim()) + " |\n";
    }

    /** {@code 1: W2; 2: W1}. */
    private static String moves(Examination seen) {
        Map<Integer, List<String>> bySteps = seen.moved().entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue,
                LinkedHashMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return bySteps.isEmpty() ? "nothing" : bySteps.keySet().stream().sorted()
                .map(step -> step + ": " + String.join(", ", bySteps.get(step))).collect(Collectors.joining("; "));
    }
}
