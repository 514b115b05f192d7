package org.stillpoint.engine.enclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealLayer;

/** Numbers as results are made of, and how many bits the worst of them lacks to be as certain as asked for. */
final class Reals {

    /** A number that is rounded outward to a digit too few is known to a few bits more. */
    private static final int ROUNDED_AWAY = 4;

    private final Precision precision;
    private final Certainty certainty;
    private int missing;

    Reals(Precision precision, Certainty certainty) {
        this.precision = precision;
        this.certainty = certainty;
    }

    Precision precision() {
        return precision;
    }

    /** The most bits that one of the numbers so far lacks; 0 if all are as certain as asked for. */
    int missing() {
        return missing;
    }

    Real of(Mixed number) {
        return number.isExact() ? new Exact(number.exact()) : of(number, precision.low(number.ball()));
    }

    /** A loss: what of its ball is below 0 cannot be meant. */
    Real ofLoss(Mixed number) {
        if (number.isExact()) {
            return of(number);
        }
        BigFraction low = precision.low(number.ball());
        return of(number, low.signum() < 0 ? BigFraction.ZERO : low);
    }

    private Real of(Mixed number, BigFraction low) {
        Real real = Real.of(low, precision.high(number.ball()), certainty.digits());
        if (!real.fits(certainty.digits())) {
            missing = Math.max(missing, Math.max(ROUNDED_AWAY, Width.missing(precision, number.ball(), certainty.bits())));
        }
        return real;
    }

    List<Real> of(Mixed[] numbers) {
        return Arrays.stream(numbers).map(this::of).toList();
    }

    /** One vector a layer. */
    List<List<Real>> of(Mixed[][] rows) {
        return Arrays.stream(rows).map(this::of).toList();
    }

    /** In the layers of a network. */
    List<RealLayer> of(Network shape, Values<Mixed> values) {
        List<RealLayer> layers = new ArrayList<>();
        for (int l = 0; l < shape.layers().size(); l++) {
            layers.add(new RealLayer(rows(values.weights()[l], shape.layers().get(l).inputs()),
                    Optional.of(values.biases()[l]).filter(bias -> bias.length > 0).map(this::of)));
        }
        return layers;
    }

    private List<List<Real>> rows(Mixed[] weights, int width) {
        List<List<Real>> rows = new ArrayList<>();
        for (int from = 0; from < weights.length; from += width) {
            rows.add(of(Arrays.copyOfRange(weights, from, from + width)));
        }
        return rows;
    }
}
