package org.stillpoint.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * That no call satisfies a contract is not proved, with the rules that its proof has. Such a search can find a contradiction and
 * cannot exclude one; {@code ReadContractsTest} has a call for each contract.
 */
@Tag("proof")
public class CallableContractsTest {

    public static final Budget BUDGET = new Budget(120, Duration.ofSeconds(20));

    @TestFactory
    Stream<DynamicTest> noContractIsProvedToBeUncallable() {
        Map<Path, Prover> provers = new HashMap<>();
        return Prover.ofKernel().contracts().stream().map(contract -> DynamicTest.dynamicTest(contract, () ->
                assertThat(provers.computeIfAbsent(Specification.ofThisBuild().problemFor(contract), Prover::of)
                        .proveUncallable(contract, BUDGET).closed()).as("%s is proved to have no call", contract).isFalse()));
    }
}
