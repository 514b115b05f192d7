package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stillpoint.lint.finding.Saving;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;

/**
 * Takes units away without changing the function, until none is left that can go. What a unit did is left out if it is nothing,
 * goes into a bias if it is a constant, and into the outgoing weights of a twin if there is one: all exactly over the rationals,
 * and usually only where the numbers that come of it are numbers of the type in which their tensor is stored. Then the smaller
 * network has the same function, of any finite inputs, but for the rounding of whoever runs it.
 */
public final class Simplifier {

    private final Network before;
    private final Limitations limitations;
    private final Rounding rounding;
    private final Map<Integer, String> pins;
    private final Origins origins;
    private final List<Removal> removals = new ArrayList<>();
    private Network network;
    private Set<Obstacle> obstacles = new LinkedHashSet<>();

    private Simplifier(Network network, Limitations limitations, Rounding rounding) {
        this.rounding = rounding;
        this.before = network;
        this.limitations = limitations;
        this.pins = limitations.pins(network);
        this.network = network;
        this.origins = new Origins(network);
    }

    /**
     * @param limitations what has to stay as it is, whatever it is
     * @param rounding whether numbers may be rounded that are stored
     * @throws org.stillpoint.domain.DomainException if weights are not finite, or too many for memory
     * @throws IOException if weights cannot be read
     */
    public static Simplification simplify(Network network, Limitations limitations, Rounding rounding) throws IOException {
        Simplifier simplifier = new Simplifier(network, limitations, rounding);
        boolean changed = true;
        while (changed) {
            simplifier.obstacles = new LinkedHashSet<>();
            changed = simplifier.withoutConstants() | simplifier.withoutTwins();
        }
        return new Simplification(network, simplifier.network, simplifier.removals, List.copyOf(simplifier.obstacles),
                simplifier.saves());
    }

    private boolean withoutConstants() throws IOException {
        Tensors tensors = new Tensors();
        Changes changes = new Changes(network, tensors);
        ConstantUnits units = new ConstantUnits(network, tensors, changes, limitations, rounding);
        for (Map.Entry<Integer, Integer> family : families().entrySet()) {
            units.decide(family.getKey(), family.getValue());
        }
        units.settle();
        units.unread().forEach(unit -> removals.add(
                origins.removal(Removal.Reason.UNREAD, unit, true, Optional.empty(), Optional.empty())));
        units.folded().forEach((unit, number) -> removals.add(
                origins.removal(Removal.Reason.CONSTANT, unit, !units.rounded().contains(unit), Optional.of(number),
                Optional.empty())));
        units.obstacles().forEach((unit, why) -> obstacles.add(origins.obstacle(unit, why)));
        return apply(changes);
    }

    private boolean withoutTwins() throws IOException {
        Tensors tensors = new Tensors();
        Changes changes = new Changes(network, tensors);
        TwinUnits units = new TwinUnits(network, tensors, changes, rounding);
        for (Map.Entry<Integer, Integer> family : families().entrySet()) {
            units.decide(family.getKey(), family.getValue());
        }
        units.merged().forEach((unit, twin) -> removals.add(
                origins.removal(Removal.Reason.TWIN, unit, !units.rounded().contains(unit), Optional.empty(),
                Optional.of(twin))));
        units.obstacles().forEach((unit, why) -> obstacles.add(origins.obstacle(unit, why)));
        return apply(changes);
    }

    private boolean apply(Changes changes) throws IOException {
        if (changes.areNone()) {
            return false;
        }
        Set<Integer> families = families().keySet();
        network = changes.applied();
        families.forEach(family -> origins.remove(family, changes.removed(family)));
        return true;
    }

    /** The families that may be cut, with their sizes. */
    private Map<Integer, Integer> families() {
        Map<Integer, String> all = new HashMap<>(Pins.of(network));
        all.putAll(pins);
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (Layer layer : network.layers()) {
            layer.outputs().forEach(value -> Unit.of(value.channels()).stream()
                    .filter(unit -> !all.containsKey(unit.family()) && origins.has(unit.family()))
                    .forEach(unit -> sizes.merge(unit.family(), unit.index() + 1, Math::max)));
        }
        return sizes;
    }

    private Saving saves() {
        return new Saving(parameters(before) - parameters(network), multiplyAdds(before) - multiplyAdds(network));
    }

    private static long parameters(Network network) {
        Map<String, Long> entries = new HashMap<>();
        network.layers().stream().flatMap(layer -> layer.weights().stream())
                .forEach(weights -> entries.put(weights.name(), weights.dimensions().entries()));
        return entries.values().stream().mapToLong(count -> count).sum();
    }

    /** Of one sample, and of a convolution for one place of its output: a multiplication for each weight. */
    private static long multiplyAdds(Network network) {
        return network.layers().stream().filter(Layer.WithKernel.class::isInstance)
                .flatMap(layer -> layer.weights().stream()).mapToLong(weights -> weights.dimensions().entries()).sum();
    }
}
