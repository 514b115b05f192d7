package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;

/**
 * Euler's identity for the layers of a network without biases; for any depth, every loss derivative, and activations that are
 * positively homogeneous: slope(z) z = sigma(z) for every z, at a kink too, whatever kappa is.
 *
 * <p>The methods on layers run the shipped code and return what it returned, those on slopes multiply slope and argument; the
 * contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class Euler {

    private Euler() {
    }

    /**
     * LAW-5: for each layer the inner product of the weights with their gradient is that of g with the output.
     *
     * @claim LAW-5 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_hasNoBiases(p) && \dl_areHomogeneous(sigma, kappa);
      @ ensures \dl_satisfiesEulersIdentity(\result, p, sigma, x, g);
      @ assignable \nothing;
      @*/
    public static Parameters identityOfEachLayer(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                 BigFraction[] x, BigFraction[] g) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /**
     * LAW-5 for the activations that the kernel has.
     *
     * @claim LAW-5 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_hasNoBiases(p) && (\forall int k; 0 <= k && k < sigma.length;
      @     \typeof(sigma[k]) == \type(Relu) || \typeof(sigma[k]) == \type(Identity));
      @ ensures \dl_satisfiesEulersIdentity(\result, p, sigma, x, g);
      @ assignable \nothing;
      @*/
    public static Parameters identityOfEachReluLayer(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                     BigFraction[] x, BigFraction[] g) {
        return identityOfEachLayer(p, sigma, kappa, x, g);
    }

    /**
     * The ReLU is positively homogeneous: its slope at z times z is its value at z, for every kappa.
     *
     * @claim LAW-5 establishes remark
     */
    /*@ public normal_behavior
      @ requires relu != null && \typeof(relu) == \type(Relu) && z != null && kappa != null;
      @ ensures \dl_val(\result) == \dl_sigma(relu, \dl_val(z));
      @ assignable \strictly_nothing;
      @*/
    public static BigFraction slopeOfReluTimesArgument(Relu relu, BigFraction z, BigFraction kappa) {
        return relu.derivative(z, kappa).multiply(z);
    }

    /**
     * The identity is positively homogeneous.
     *
     * @claim LAW-5 establishes remark
     */
    /*@ public normal_behavior
      @ requires identity != null && \typeof(identity) == \type(Identity) && z != null && kappa != null;
      @ ensures \dl_val(\result) == \dl_sigma(identity, \dl_val(z));
      @ assignable \strictly_nothing;
      @*/
    public static BigFraction slopeOfIdentityTimesArgument(Identity identity, BigFraction z, BigFraction kappa) {
        return identity.derivative(z, kappa).multiply(z);
    }
}
