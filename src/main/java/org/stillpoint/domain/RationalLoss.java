package org.stillpoint.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LossDerivative;

/** A loss of rational values, summed over the outputs, with the derivative that backpropagation uses. */
public enum RationalLoss implements Loss, LossDerivative {

    /** {@code max(0, -y f)}, derivative {@code -y} if {@code y f <= 0}, else 0. */
    PERCEPTRON("perceptron") {
        @Override
        BigFraction value(BigFraction f, BigFraction y) {
            return positivePart(y.multiply(f).negate());
        }

        @Override
        BigFraction derivative(BigFraction f, BigFraction y) {
            return y.multiply(f).signum() <= 0 ? y.negate() : BigFraction.ZERO;
        }

        @Override
        public void requireTargets(Network network, DataSet data) {
            Targets.requireLabels(this, data);
        }
    },

    /** {@code max(0, 1 - y f)}, derivative {@code -y} if {@code y f < 1}, else 0. */
    HINGE("hinge") {
        @Override
        BigFraction value(BigFraction f, BigFraction y) {
            return positivePart(BigFraction.ONE.subtract(y.multiply(f)));
        }

        @Override
        BigFraction derivative(BigFraction f, BigFraction y) {
            return BigFraction.ONE.subtract(y.multiply(f)).signum() > 0 ? y.negate() : BigFraction.ZERO;
        }

        @Override
        public void requireTargets(Network network, DataSet data) {
            Targets.requireLabels(this, data);
        }
    },

    /** {@code (f - y)^2 / 2}, derivative {@code f - y}. */
    SQUARED("squared") {
        @Override
        BigFraction value(BigFraction f, BigFraction y) {
            BigFraction difference = f.subtract(y);
            return difference.multiply(difference).divide(BigInteger.TWO);
        }

        @Override
        BigFraction derivative(BigFraction f, BigFraction y) {
            return f.subtract(y);
        }
    },

    /** {@code |f - y|}, derivative {@code sign(f - y)}, which is 0 at 0. */
    ABSOLUTE("absolute") {
        @Override
        BigFraction value(BigFraction f, BigFraction y) {
            return f.subtract(y).abs();
        }

        @Override
        BigFraction derivative(BigFraction f, BigFraction y) {
            return new BigFraction(f.subtract(y).signum());
        }
    };

    private final String id;

    RationalLoss(String id) {
        this.id = id;
    }

    abstract BigFraction value(BigFraction f, BigFraction y);

    abstract BigFraction derivative(BigFraction f, BigFraction y);

    /** A loss of distances, which is what these are unless they say otherwise, takes every target. */
    @Override
    public void requireTargets(Network network, DataSet data) {
    }

    /** The name used on the command line. */
    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isRational() {
        return true;
    }

    @Override
    public RationalLoss rational() {
        return this;
    }

    /**
     * The loss, summed over the outputs.
     *
     * @throws DomainException if output and target differ in length
     */
    public BigFraction value(Vector output, Vector target) {
        if (output.size() != target.size()) {
            throw new DomainException("an output of length " + output.size() + " and a target of length " + target.size()
                    + ", expected the same length");
        }
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < output.size(); i++) {
            sum = sum.add(value(output.get(i), target.get(i)));
        }
        return sum;
    }

    /** The derivative by each output; both arrays have the same length and are not modified. */
    @Override
    public BigFraction[] at(BigFraction[] output, BigFraction[] target) {
        BigFraction[] g = new BigFraction[output.length];
        for (int i = 0; i < output.length; i++) {
            g[i] = derivative(output[i], target[i]);
        }
        return g;
    }

    /** The names of all of them, for a sentence. */
    static String names() {
        return Arrays.stream(values()).map(Named::id).collect(Collectors.joining(", "));
    }

    private static BigFraction positivePart(BigFraction value) {
        return value.signum() > 0 ? value : BigFraction.ZERO;
    }
}
