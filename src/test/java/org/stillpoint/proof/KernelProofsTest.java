package org.stillpoint.proof;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Theorems;

/** The parts of a network: vectors, matrices, layers, activations and backpropagation are as their contracts say. */
@Tag("proof")
class KernelProofsTest {

    @TestFactory
    Stream<DynamicTest> everyContractIsProved() {
        return ContractProofs.of(contract -> !Theorems.isOfTraining(contract));
    }
}
