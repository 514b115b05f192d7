package org.stillpoint.lint.evaluation;

import java.io.IOException;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.tensor.Weights;

/** A number for each channel, from a tensor that has as many entries, or a single one for all of them. */
final class ChannelNumbers {

    private ChannelNumbers() {
    }

    static BigFraction[] of(Weights weights, int channels, Limits.Meter meter) throws IOException {
        long entries = weights.dimensions().entries();
        if (entries != channels && entries != 1) {
            throw new DomainException("tensor " + weights.name() + " of " + weights.dimensions() + ", expected " + channels
                    + " entries, one for each channel");
        }
        meter.read(entries);
        Integers numbers = Integers.of(weights);
        return IntStream.range(0, channels).mapToObj(channel -> numbers.number(entries == 1 ? 0 : channel))
                .toArray(BigFraction[]::new);
    }
}
