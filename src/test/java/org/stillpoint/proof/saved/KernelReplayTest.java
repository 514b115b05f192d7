package org.stillpoint.proof.saved;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Theorems;

/**
 * KeY loads every saved proof of a contract of the kernel on its own, applies each of its steps again, and leaves no goal open.
 */
@Tag("replay")
class KernelReplayTest {

    @TestFactory
    Stream<DynamicTest> theSavedProofCloses() {
        return SavedProofsTest.replays(contract -> !Theorems.ofThisBuild().contains(contract));
    }
}
