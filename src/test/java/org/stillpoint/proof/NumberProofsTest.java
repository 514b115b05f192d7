package org.stillpoint.proof;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;

/** Each operation on numbers keeps the contract of an operation: its values, and when it is zero or its first operand. */
@Tag("proof")
class NumberProofsTest {

    @TestFactory
    Stream<DynamicTest> everyContractIsProved() {
        Specification specification = Specification.ofThisBuild();
        Path problem = specification.problemOfNumbers();
        Prover prover = Prover.of(problem);
        return prover.contracts().stream().filter(contract -> specification.problemFor(contract).equals(problem))
                .map(contract -> DynamicTest.dynamicTest(contract, () -> ContractProofs.prove(prover, contract)))
                .onClose(prover::close);
    }
}
