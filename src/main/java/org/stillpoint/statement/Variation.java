package org.stillpoint.statement;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Vector;

/** What one training has that another one, to be compared with it, has not. */
public sealed interface Variation {

    /** Another derivative at kinks. */
    record Kappa(BigFraction kappa) implements Variation {
    }

    /**
     * A rule that is not backpropagation's.
     *
     * @param written the error of each hidden unit whose pre-activation is 0, whatever error comes in
     */
    record WrittenErrors(BigFraction written) implements Variation {
    }

    /**
     * Dropout.
     *
     * @param steps for each step, one mask a hidden layer, one number a unit, the same for every sample
     */
    record Masks(List<List<Vector>> steps) implements Variation {

        public Masks {
            steps = steps.stream().map(List::copyOf).toList();
        }
    }
}
