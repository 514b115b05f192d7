package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** KeY loads every saved proof, applies each of its steps again, and leaves no goal open. */
@Tag("replay")
class ReplayTest {

    @TestFactory
    Stream<DynamicTest> theSavedProofCloses() {
        return SavedProofsTest.contracts().stream().map(contract -> DynamicTest.dynamicTest(contract, () ->
                assertThat(Prover.replay(SavedProof.of(contract).file())).as("%s is closed by its saved proof", contract).isTrue()));
    }
}
