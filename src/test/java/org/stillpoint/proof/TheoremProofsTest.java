package org.stillpoint.proof;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;

/** The theorems hold of the shipped training loop: each contract follows from those of the kernel and the proved lemmas. */
@Tag("proof")
class TheoremProofsTest {

    @TestFactory
    Stream<DynamicContainer> everyTheoremIsProved() {
        return Specification.ofThisBuild().theorems().stream()
                .map(theorems -> DynamicContainer.dynamicContainer(theorems, theorems(theorems)));
    }

    private static Stream<DynamicTest> theorems(String theorems) {
        Prover prover = Prover.of(Specification.ofThisBuild().problemOf(theorems));
        return prover.contracts().stream().filter(contract -> contract.startsWith(theorems + "."))
                .map(contract -> DynamicTest.dynamicTest(contract, () -> ContractProofs.prove(prover, contract)))
                .onClose(prover::close);
    }
}
