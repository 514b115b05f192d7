package org.stillpoint.search;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Settings;

/**
 * How large a candidate is.
 *
 * @param widths inputs, hidden units a layer, outputs
 * @param samples in the data set
 * @param steps of training
 * @param height of the numbers: the largest absolute numerator or denominator that occurs
 */
public record Size(List<Integer> widths, int samples, int steps, int height) {

    public Size {
        widths = List.copyOf(widths);
    }

    int layers() {
        return widths.size() - 1;
    }

    int inputs() {
        return widths.get(0);
    }

    /** Of a training of this size. */
    Settings settings(BigFraction rate, int batch) {
        return Settings.defaults(steps).withLearningRate(rate).withBatchSize(batch);
    }
}
