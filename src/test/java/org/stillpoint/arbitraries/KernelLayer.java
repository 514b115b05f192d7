package org.stillpoint.arbitraries;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;

/**
 * One layer with what goes in and what comes back.
 *
 * @param weights units out x units in
 * @param bias one number a unit out, or none
 * @param input one number a unit in
 * @param delta one number a unit out
 */
public record KernelLayer(BigFraction[][] weights, BigFraction[] bias, BigFraction[] input, BigFraction[] delta) {

    /** From 1 to 4 units out and in. */
    public static Arbitrary<KernelLayer> any() {
        Arbitrary<Integer> width = Arbitraries.integers().between(1, 4);
        return Combinators.combine(width, width, Arbitraries.of(true, false)).flatAs((out, in, biased) ->
                Combinators.combine(KernelArrays.matrix(out, in), KernelArrays.vector(biased ? out : 0),
                        KernelArrays.vector(in), KernelArrays.vector(out)).as(KernelLayer::new));
    }

    @Override
    public String toString() {
        return "weights " + Arrays.deepToString(weights) + " bias " + Arrays.toString(bias) + " input " + Arrays.toString(input)
                + " delta " + Arrays.toString(delta);
    }
}
