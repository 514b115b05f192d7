package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One test a contract: the prover closes it within its budget. */
final class ContractProofs {

    private ContractProofs() {
    }

    static Stream<DynamicTest> of(Predicate<String> contracts) {
        return Prover.ofKernel().contracts().stream().filter(contracts).filter(contract -> !isTheorem(contract))
                .map(contract -> DynamicTest.dynamicTest(contract, () -> {
                    Attempt attempt = Prover.ofKernel().prove(contract, Budget.PROOF);
                    attempt.record(contract);
                    assertThat(attempt.closed())
                            .as("%s closes; it has %d nodes and its first open goal is%n%s", contract, attempt.nodes(), attempt.openGoal())
                            .isTrue();
                }));
    }

    /** The contracts of descent take about as long as all others. */
    static boolean isOfTraining(String contract) {
        return contract.startsWith("Sgd.") || contract.startsWith("Backpropagation.");
    }

    /** A theorem needs rules of its own: {@link TheoremProofsTest}. */
    static boolean isTheorem(String contract) {
        return Specification.ofThisBuild().theorems().contains(contract.substring(0, contract.indexOf('.')));
    }
}
