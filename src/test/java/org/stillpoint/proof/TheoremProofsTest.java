package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The theorems hold of the shipped training loop: each contract follows from those of the kernel and the proved lemmas. */
@Tag("proof")
class TheoremProofsTest {

    @TestFactory
    Stream<DynamicTest> everyTheoremIsProved() {
        return Specification.ofThisBuild().theorems().stream().flatMap(TheoremProofsTest::theorems);
    }

    private static Stream<DynamicTest> theorems(String theorems) {
        Prover prover = Prover.load(Specification.ofThisBuild().problemOf(theorems));
        return prover.contracts().stream().filter(contract -> contract.startsWith(theorems + "."))
                .map(contract -> DynamicTest.dynamicTest(contract, () -> {
                    Attempt attempt = prover.prove(contract, Budget.PROOF);
                    attempt.record(contract);
                    assertThat(attempt.closed())
                            .as("%s closes; it has %d nodes and its first open goal is%n%s", contract, attempt.nodes(), attempt.openGoal())
                            .isTrue();
                }))
                .onClose(prover::close);
    }
}
