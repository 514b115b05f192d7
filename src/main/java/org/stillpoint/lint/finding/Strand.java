package org.stillpoint.lint.finding;

import java.util.List;
import java.util.Optional;
import org.stillpoint.modelfile.network.Value;

/**
 * Units that go one by one through layers: those of a fully connected layer or a convolution with their biases, normalisations
 * and activations, up to the layers that read them.
 *
 * @param units how many there are
 * @param isFed whether they are an input of the model
 * @param isConvolution whether they are channels with places
 * @param spots where they have entries of their own, in the order of the layers; first that of the layer that makes them, if
 *     it has weights
 * @param fixed why units cannot be taken away without another shape of something else; empty if they can
 */
record Strand(int units, boolean isFed, boolean isConvolution, List<Spot> spots, Optional<String> fixed) {

    Strand {
        spots = List.copyOf(spots);
    }

    /** The weights that make the units, if there are some. */
    Optional<Spot> head() {
        return spots.stream().findFirst().filter(spot -> spot.use() == Spot.Use.MAKES);
    }

    /** Whether a layer behind the one with this tensor reads the units beyond their border. */
    boolean isPaddedBehind(Spot spot) {
        return spots.subList(spots.indexOf(spot) + 1, spots.size()).stream().anyMatch(Spot::isPadded);
    }

    /** What people call such units, for one or many. */
    String noun(int count) {
        return (isConvolution ? "channel" : "unit") + (count == 1 ? "" : "s");
    }

    /** A value with the way in which it counts units. */
    record Reached(Value value, int times, boolean unitsFirst, boolean isPadded) {
    }
}
