package org.stillpoint.arbitraries;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.State;

/** Everything that one update takes; parameters, velocity and gradient are unrelated but for their shape. */
public record KernelUpdate(State state, Parameters gradient, BigFraction rate, BigFraction momentum, BigFraction decay) {

    public static Arbitrary<KernelUpdate> any() {
        return KernelNetwork.any().flatMap(network -> Combinators.combine(network.others(), network.others(),
                Rationals.any(), Rationals.any(), Rationals.any())
                .as((velocity, gradient, rate, momentum, decay) ->
                        new KernelUpdate(new State(network.parameters(), velocity), gradient, rate, momentum, decay)));
    }

    @Override
    public String toString() {
        return KernelNetwork.text(state.parameters) + " velocity " + KernelNetwork.text(state.velocity)
                + " gradient " + KernelNetwork.text(gradient) + " rate " + rate + " momentum " + momentum + " decay " + decay;
    }
}
