package org.stillpoint.arbitraries;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;

/**
 * One sample in a network, with pre-activations that need not come from it, so that ties and signs are as frequent in deep layers
 * as in the first.
 *
 * @param z one row a layer
 * @param g dl/df, one number an output
 */
public record KernelPass(KernelNetwork network, BigFraction kappa, BigFraction[] x, BigFraction[][] z, BigFraction[] g) {

    public static Arbitrary<KernelPass> any() {
        return KernelNetwork.any().flatMap(network -> Combinators.combine(
                Rationals.any(),
                KernelArrays.vector(network.inputs()),
                KernelArrays.rows(Arrays.stream(network.parameters().weights).map(w -> new BigFraction[w.length])
                        .toArray(BigFraction[][]::new)),
                KernelArrays.vector(network.outputs()))
                .as((kappa, x, z, g) -> new KernelPass(network, kappa, x, z, g)));
    }

    @Override
    public String toString() {
        return network + " kappa " + kappa + " x " + Arrays.toString(x) + " z " + Arrays.deepToString(z) + " g "
                + Arrays.toString(g);
    }
}
