package org.stillpoint.proof;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Theorems;

/** Descent and the theorems about it are as their contracts say. */
@Tag("proof")
class TrainingProofsTest {

    @TestFactory
    Stream<DynamicTest> everyContractIsProved() {
        return ContractProofs.of(contract -> Theorems.isOfTraining(contract));
    }
}
