package org.stillpoint.engine;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Network;

/** One training, advanced step by step. */
public interface Course extends ParameterBits {

    /** Takes the next step; how many there are is for the caller to say, and on the fast engine at most those of the settings. */
    void step();

    /** The network after the steps so far. */
    Network network();

    /** The mean of the loss of the settings over the data, after the steps so far. */
    BigFraction meanLoss();

    /** How many samples are right, as in {@code Evaluation.right}, after the steps so far; their targets fit the rule. */
    int right(AccuracyRule rule);
}
