package org.stillpoint.proof;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Specification;

/** Programs are run, again and again, and certificates checked, as their contracts say. */
@Tag("proof")
class ProgramProofsTest {

    @TestFactory
    Stream<DynamicTest> everyContractIsProved() {
        return ContractProofs.of(Specification.ofThisBuild().problemOfPrograms());
    }
}
