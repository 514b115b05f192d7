package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/**
 * Steps of a network with one hidden layer by {@link Coefficients}: units know of each other through signs alone, and those that
 * do not move are not touched.
 */
final class LinearSteps implements Steps {

    private final CoprimeBase base;
    private final Parameters parameters;
    private final Forward forward;
    private final Coefficients coefficients;
    private final UpdateRule update;
    private final Scalar rate;
    private int lastBatch;
    private Scalar lastRate;

    LinearSteps(CoprimeBase base, Parameters parameters, Forward forward, Coefficients coefficients, UpdateRule update,
            Settings settings) {
        this.base = base;
        this.parameters = parameters;
        this.forward = forward;
        this.coefficients = coefficients;
        this.update = update;
        this.rate = Scalar.of(base, UpdateRule.velocityScale(settings))
                .times(base, new Scalar(BigInteger.ONE, base.exponents(coefficients.derivativeDenominator())));
    }

    @Override
    public void step(int first, int end) {
        coefficients.begin(end - first);
        for (int i = first; i < end; i++) {
            forward.run(i);
            coefficients.add(i);
        }
        for (int j = 0; j < parameters.layout().units(0); j++) {
            if (coefficients.has(j) || update.isRestless()) {
                coefficients.mix(j, parameters.row(0, j));
                forward.moved(0, j);
            }
        }
        moveBiases(end - first);
    }

    private void moveBiases(int batch) {
        for (int o = 0; o < parameters.layout().units(1); o++) {
            BigInteger sum = coefficients.takeDerivatives(o);
            if (parameters.layout().hasBias(1) && (sum.signum() != 0 || update.remembers())) {
                BigInteger change = rate(batch).numerator().multiply(sum);
                parameters.row(1, o).descend(base, update, new BigInteger[] {change}, rate(batch).denominator());
                forward.moved(1, o);
            }
        }
    }

    /** The learning rate over the size of the batch and the denominator of the derivatives. */
    private Scalar rate(int batch) {
        if (batch != lastBatch) {
            lastBatch = batch;
            lastRate = rate.over(base, batch);
        }
        return lastRate;
    }
}
