package org.stillpoint.proof.mutant;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** No contract of programs, their training and the checker of certificates is proved with a mistake in its method. */
@Tag("mutants")
class MutantsOfProgramsTest {

    private static final EveryMutant MUTANTS = new EveryMutant(MutantRecord::isOfPrograms);

    @TestFactory
    Stream<DynamicContainer> noMutantIsProved() {
        return MUTANTS.tests();
    }

    @AfterAll
    static void keepTheOutcomes() {
        MUTANTS.write();
    }
}
