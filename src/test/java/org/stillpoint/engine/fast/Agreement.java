package org.stillpoint.engine.fast;

import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.stillpoint.arbitraries.DomainReportingFormat;
import org.stillpoint.arbitraries.Shrinking;
import org.stillpoint.arbitraries.TrainingRun;

/** Asserts of one training what two engines, or two ways of one, have in common; where they have not, a smaller one is shown. */
final class Agreement {

    private Agreement() {
    }

    static void holds(TrainingRun run, Predicate<TrainingRun> property) {
        if (!holdsFor(run, property)) {
            TrainingRun smallest = Shrinking.smallest(run, smaller -> !holdsFor(smaller, property));
            Assertions.fail("it fails for " + new DomainReportingFormat().report(smallest));
        }
    }

    /** An engine that gives up with an exception is wrong too. */
    private static boolean holdsFor(TrainingRun run, Predicate<TrainingRun> property) {
        try {
            return property.test(run);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
