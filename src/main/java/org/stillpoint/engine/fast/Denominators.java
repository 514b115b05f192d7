package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Settings;

/** Every denominator that a training begins with or multiplies by, each once. */
final class Denominators {

    private final List<BigInteger> all = new ArrayList<>();

    void add(BigInteger denominator) {
        if (!denominator.equals(BigInteger.ONE) && !all.contains(denominator)) {
            all.add(denominator);
        }
    }

    private void add(BigFraction number) {
        add(number.getDenominator());
    }

    void addRows(BigInteger[][] rows) {
        for (BigInteger[] layer : rows) {
            BigInteger last = BigInteger.ONE;
            for (BigInteger row : layer) {
                if (row != last) {
                    add(row);
                    last = row;
                }
            }
        }
    }

    /** Those of the learning rate, the momentum and the decay, and the sizes of the batches. */
    void addSettings(Settings settings, int size) {
        add(UpdateRule.velocityScale(settings));
        add(settings.momentum());
        add(UpdateRule.decay(settings));
        int batch = Math.min(settings.batchSize(), size);
        add(BigInteger.valueOf(batch));
        add(BigInteger.valueOf(size - (settings.batches(size) - 1) * batch));
    }

    void addSamples(Samples samples) {
        for (int i = 0; i < (samples.shorts().isPresent() ? 1 : samples.count()); i++) {
            add(samples.denominator(i));
        }
        for (Target target : samples.differentTargets()) {
            add(target.y());
            add(target.derivativeDenominator());
        }
    }

    void addLines(List<Lines> lines) {
        for (Lines layer : lines) {
            for (Lines.Line line : layer.at()) {
                add(line.slope());
                add(line.intercept());
                add(line.derivative());
            }
        }
    }

    List<BigInteger> all() {
        return all;
    }
}
