package org.stillpoint.proof.mutant;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Theorems;

/**
 * No contract of the parts of a network: vectors, matrices, stacks, activations, parameters is proved with a mistake in its
 * method.
 */
@Tag("mutants")
class MutantsOfThePartsTest {

    private static final EveryMutant MUTANTS = new EveryMutant(type -> MutantRecord.isOfNetworks(type)
            && !Theorems.isOfTraining(type + "."));

    @TestFactory
    Stream<DynamicContainer> noMutantIsProved() {
        return MUTANTS.tests();
    }

    @AfterAll
    static void keepTheOutcomes() {
        MUTANTS.write();
    }
}
