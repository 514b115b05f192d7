package org.stillpoint.proof.mutant;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** No contract of an operation on numbers is proved with a mistake in its method. */
@Tag("mutants")
class MutantsOfNumbersTest {

    private static final EveryMutant MUTANTS = new EveryMutant(MutantRecord::isOfNumbers);

    @TestFactory
    Stream<DynamicContainer> noMutantIsProved() {
        return MUTANTS.tests();
    }

    @AfterAll
    static void keepTheOutcomes() {
        MUTANTS.write();
    }
}
