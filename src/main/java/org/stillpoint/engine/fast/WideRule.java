package org.stillpoint.engine.fast;

import java.math.BigInteger;

/**
 * As {@link LinearRule}, for coefficients of any size.
 *
 * @param scale q, what denominators grow by
 * @param scaleExponents q as powers of the base
 * @param momentum of velocities, over q
 * @param decay of weights, over q
 * @param absolute the sum of the absolute values of these three
 * @param remembers whether there are velocities
 * @param moves whether the learning rate is not 0
 */
record WideRule(Multiplier scale, int[] scaleExponents, Multiplier momentum, Multiplier decay, BigInteger absolute,
        boolean remembers, boolean moves) {

    static WideRule of(BigInteger q, int[] exponentsOfQ, BigInteger momentum, BigInteger decay, UpdateRule rule) {
        return new WideRule(Multiplier.of(q), exponentsOfQ, Multiplier.of(momentum), Multiplier.of(decay),
                q.add(momentum.abs()).add(decay.abs()), rule.remembers(), rule.moves());
    }
}
