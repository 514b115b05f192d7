package org.stillpoint.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators make the mistakes that they are named after. */
class MutationsTest {

    private static final String SOURCE = """
            import org.hipparchus.fraction.BigFraction;

            final class Example {

                static BigFraction sum(BigFraction[] a, BigFraction[] b, BigFraction c) {
                    BigFraction sum = c.negate();
                    for (int i = 0; i < a.length; i++) {
                        sum = sum.add(a[i]);
                    }
                    return sum;
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void everyOperatorThatFitsMakesItsMistake() throws Exception {
        List<Mutation> mutations = Mutations.in(List.of(Files.writeString(directory.resolve("Example.java"), SOURCE)));

        assertThat(mutations).extracting(mutation -> mutation.operator() + ": " + mutation.removed().strip() + " -> "
                + mutation.added().strip()).containsExactlyInAnyOrder(
                        "negation dropped: c.negate() -> c",
                        "first turn skipped: 0 -> 1",
                        "one turn too many: < -> <=",
                        "last turn skipped: a.length -> a.length - 1",
                        "assignment skipped: sum = sum.add(a[i]); -> ;",
                        "factor or summand dropped: sum.add(a[i]) -> sum",
                        "factor or summand dropped: sum.add(a[i]) -> a[i]",
                        "addition and multiplication exchanged: add -> multiply",
                        "index shifted: i -> i + 1",
                        "index fixed: i -> 0",
                        "another parameter: a -> b",
                        "constant returned: sum -> org.hipparchus.fraction.BigFractionField.getInstance().getZero()");
        assertThat(mutations).allSatisfy(mutation -> assertThat(mutation.contract()).isEqualTo("Example.sum"));
    }

    @Test
    void aMistakeChangesItsPlaceOnly() throws Exception {
        Mutation mutation = Mutations.in(List.of(Files.writeString(directory.resolve("Example.java"), SOURCE))).stream()
                .filter(each -> each.operator().equals("one turn too many")).findFirst().orElseThrow();

        assertThat(mutation.apply(SOURCE)).isEqualTo(SOURCE.replace("i < a", "i <= a"));
        assertThat(mutation.line()).isEqualTo(7);
    }

    @Test
    void aMistakeThatTheCompilerRefusesIsLeftOut() throws Exception {
        Path file = Files.writeString(directory.resolve("Pair.java"), """
                final class Pair {

                    final int[] first;
                    final int[] second;

                    Pair(int[] first, int[] second) {
                        this.first = first;
                        this.second = second;
                    }
                }
                """);
        List<Mutation> mutations = Mutations.in(List.of(file));

        assertThat(mutations).extracting(Mutation::operator).contains("assignment skipped", "another field");
        assertThat(Mutations.compiling(mutations)).extracting(Mutation::operator).containsOnly("another parameter");
    }

    /** One condition less, or a bound that is one off, of what a check lets pass; never one that stops more. */
    @Test
    void aMistakeInACheckLetsMorePass() throws Exception {
        List<Mutation> mutations = Mutations.in(List.of(Files.writeString(directory.resolve("Check.java"), """
                final class Check {

                    static boolean isRising(int[] x, boolean strictly, int limit) {
                        for (int i : x) {
                            if (i < 0 || i >= limit || strictly && !(i < 9)) {
                                return false;
                            }
                        }
                        return strictly && limit < 7;
                    }
                }
                """)));

        assertThat(mutations).extracting(mutation -> mutation.operator() + ": " + mutation.removed().strip() + " -> "
                + mutation.added().strip()).containsExactlyInAnyOrder(
                        "condition dropped: i < 0 || i >= limit -> i < 0",
                        "condition dropped: i < 0 || i >= limit -> i >= limit",
                        "condition dropped: i < 0 || i >= limit || strictly && !(i < 9) -> i < 0 || i >= limit",
                        "bound shifted: >= -> >",
                        "bound shifted: < -> <=",
                        "true returned: false -> true",
                        "condition dropped: strictly && limit < 7 -> strictly",
                        "condition dropped: strictly && limit < 7 -> limit < 7",
                        "bound shifted: < -> <=");
    }
}
