package org.stillpoint.training;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.reference.KernelArrays;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Stacks;

/** Networks of one shape as vectors of their parameters. */
public final class ParameterSpace {

    private ParameterSpace() {
    }

    /**
     * Compute this + c direction, parameter by parameter.
     *
     * @throws DomainException if the two differ in widths, in activations, or in which layers have a bias, or c is of a subclass
     *     of BigFraction
     */
    public static Network addScaled(Network network, BigFraction c, Network direction) {
        ExactNumber.requirePlain(c);
        requireOneShape(network, direction);
        Parameters a = KernelArrays.parameters(network);
        Parameters b = KernelArrays.parameters(direction);
        return KernelArrays.network(network,
                new Parameters(Stacks.addScaled(a.weights, c, b.weights), Matrices.addScaled(a.biases, c, b.biases)));
    }

    /**
     * Compute (1 - part) a + part b: the network at this part of the way from the one to the other.
     *
     * @throws DomainException if the two differ in widths, in activations, or in which layers have a bias
     */
    public static Network between(Network a, BigFraction part, Network b) {
        return addScaled(addScaled(a, part.negate(), a), part, b);
    }

    /** @throws DomainException if the two differ in widths, in activations, or in which layers have a bias */
    public static void requireOneShape(Network a, Network b) {
        if (!a.widths().equals(b.widths())) {
            throw new DomainException("widths " + b.widths() + ", expected " + a.widths() + " as in the first network");
        }
        for (int l = 0; l < a.layers().size(); l++) {
            if (!a.layers().get(l).activation().equals(b.layers().get(l).activation())) {
                throw new DomainException("layer " + (l + 1) + " has activation " + b.layers().get(l).activation().id()
                        + ", expected " + a.layers().get(l).activation().id() + " as in the first network");
            }
            if (a.layers().get(l).bias().isPresent() != b.layers().get(l).bias().isPresent()) {
                throw new DomainException("layer " + (l + 1) + " has a bias in one network only, expected it in both or neither");
            }
        }
    }
}
