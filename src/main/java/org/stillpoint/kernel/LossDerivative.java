package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

public interface LossDerivative {

    BigFraction[] at(BigFraction[] output, BigFraction[] target);
}
