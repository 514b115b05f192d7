package org.stillpoint.training;

import org.stillpoint.engine.ParameterBits;

/** Told after each step; it stops the training by throwing. */
@FunctionalInterface
public interface StepListener {

    /**
     * @param step the steps done so far, from 1
     * @param bits the longest numerator or denominator among the parameters and what the rule remembers of them
     */
    void afterStep(int step, ParameterBits bits);
}
