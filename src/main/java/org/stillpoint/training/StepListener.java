package org.stillpoint.training;

/** Told after each step; it stops the training by throwing. */
@FunctionalInterface
public interface StepListener {

    /**
     * @param step the steps done so far, from 1
     * @param bits the longest numerator or denominator among the parameters, in bits
     */
    void afterStep(int step, int bits);
}
