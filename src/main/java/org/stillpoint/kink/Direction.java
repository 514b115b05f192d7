package org.stillpoint.kink;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * A direction along which the loss behaves as no differentiable function does: its one-sided derivatives differ; or they agree,
 * but not with what the derivatives by the parameters add up to.
 *
 * @param entries one number a parameter
 * @param added what the derivatives by the parameters add up to, each times its entry, if each parameter has one
 */
public record Direction(List<BigFraction> entries, BigFraction left, BigFraction right, BigFraction added) {
}
