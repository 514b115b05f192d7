package org.stillpoint.proof;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Specification;

/** Each operation on numbers keeps the contract of an operation: its values, and when it is zero or its first operand. */
@Tag("proof")
class NumberProofsTest {

    @TestFactory
    Stream<DynamicTest> everyContractIsProved() {
        return ContractProofs.of(Specification.ofThisBuild().problemOfNumbers());
    }
}
