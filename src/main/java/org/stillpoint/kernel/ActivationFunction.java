package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

public interface ActivationFunction {

    BigFraction value(BigFraction z);

    BigFraction derivative(BigFraction z, BigFraction kappa);
}
