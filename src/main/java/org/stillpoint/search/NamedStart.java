package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Network;
import org.stillpoint.generation.Architecture;
import org.stillpoint.generation.Start;

/**
 * A start by its name in the decision table; the numbers drawn need not be different.
 *
 * @param hidden the activation of the hidden layers
 * @param leastLayers a network with fewer layers is left out
 */
record NamedStart(Start start, boolean bias, Activation hidden, int leastLayers) implements OwnStart {

    @Override
    public boolean suits(List<Integer> widths) {
        return widths.size() > leastLayers && start.suits(architecture(widths));
    }

    @Override
    public int numbers(List<Integer> widths) {
        return start.numbers(architecture(widths));
    }

    @Override
    public Optional<Network> network(List<Integer> widths, List<BigFraction> numbers) {
        return numbers.stream().allMatch(start::takes)
                ? Optional.of(start.network(architecture(widths), numbers.iterator()::next)) : Optional.empty();
    }

    private Architecture architecture(List<Integer> widths) {
        return new Architecture(widths, bias, hidden, Activation.IDENTITY);
    }
}
