package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;

/**
 * Units that nobody reads, and those that are constants: wherever a unit is mixed with others, either all weights that take it
 * are zero, or it is one number there and what is made of it goes into a bias.
 */
final class ConstantUnits {

    private final Network network;
    private final Limitations limitations;
    private final Rounding rounding;
    private final Changes changes;
    private final Constants constants;
    private final Reads reads;
    private final Map<Integer, BiasBehind> biases = new HashMap<>();
    private final List<Unit> unread = new ArrayList<>();
    private final Map<Unit, BigFraction> folded = new LinkedHashMap<>();
    private final Set<Unit> rounded = new HashSet<>();
    private final Map<Unit, String> obstacles = new LinkedHashMap<>();

    ConstantUnits(Network network, Tensors tensors, Changes changes, Limitations limitations, Rounding rounding)
            throws IOException {
        this.network = network;
        this.limitations = limitations;
        this.rounding = rounding;
        this.changes = changes;
        this.constants = Constants.of(network, tensors);
        this.reads = Reads.of(network, tensors);
    }

    /** Units without readers that count. */
    List<Unit> unread() {
        return unread;
    }

    /** Units that went into biases, with the last of the numbers that they are. */
    Map<Unit, BigFraction> folded() {
        return folded;
    }

    /** Those of them for which a number was rounded. */
    Set<Unit> rounded() {
        return rounded;
    }

    /** Units that are constants and stay, and why. */
    Map<Unit, String> obstacles() {
        return obstacles;
    }

    /** Looks at the units of a family, of which at least one stays. */
    void decide(int family, int size) throws IOException {
        for (int index = 0; index < size; index++) {
            Unit unit = new Unit(family, index);
            if (!reads.of(unit).isEmpty() && changes.removed(family).size() < size - 1) {
                decide(unit);
            }
        }
    }

    private void decide(Unit unit) throws IOException {
        List<Reads.Read> counting = reads.of(unit).stream().filter(read -> !read.mixing().isUnread(read.feature())).toList();
        if (counting.isEmpty()) {
            unread.add(unit);
            changes.remove(unit);
            return;
        }
        if (counting.stream().anyMatch(read -> constant(read).isEmpty())) {
            return;
        }
        Optional<String> obstacle = Optional.empty();
        for (Reads.Read read : counting) {
            obstacle = obstacle.isPresent() ? obstacle : obstacle(read);
        }
        if (obstacle.isPresent()) {
            obstacles.put(unit, obstacle.get());
        } else if (fold(counting)) {
            if (counting.stream().anyMatch(read -> !isExact(read))) {
                rounded.add(unit);
            }
            folded.put(unit, constant(counting.get(counting.size() - 1)).orElseThrow().low());
            changes.remove(unit);
        } else {
            obstacles.put(unit, "it is a constant, but a bias with what is made of it is no number of its type");
        }
    }

    private Optional<Constant> constant(Reads.Read read) {
        return constants.of(read.value()).get(read.feature());
    }

    private Optional<String> obstacle(Reads.Read read) throws IOException {
        Constant constant = constant(read).orElseThrow();
        if (!constant.isExact()) {
            return Optional.of("it is a constant, but no rational number");
        }
        if (constant.isZero()) {
            return Optional.empty();
        }
        if (!read.mixing().keepsConstants()) {
            return Optional.of("it is a constant, but layer " + read.layer().name() + " sees zeros beside it at the border");
        }
        return behind(read).isPossible(limitations) ? Optional.empty()
                : Optional.of("it is a constant, but layer " + read.layer().name()
                + " has no bias, and none can be made in the file");
    }

    /** Adds what all readers make of a constant to the biases behind them, or nothing if one cannot take it. */
    private boolean fold(List<Reads.Read> counting) throws IOException {
        Map<BiasBehind, BigFraction[]> before = new HashMap<>();
        for (Reads.Read read : counting) {
            BigFraction number = constant(read).orElseThrow().low();
            if (number.signum() != 0) {
                BiasBehind bias = behind(read);
                before.putIfAbsent(bias, bias.state());
                BigFraction[] made = IntStream.range(0, read.mixing().out())
                        .mapToObj(out -> read.mixing().sum(out, read.feature()).multiply(number)).toArray(BigFraction[]::new);
                if (!bias.add(made)) {
                    before.forEach(BiasBehind::back);
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isExact(Reads.Read read) {
        BiasBehind bias = biases.get(read.layer().outputs().get(0).id());
        return bias == null || bias.isExact();
    }

    private BiasBehind behind(Reads.Read read) throws IOException {
        Layer layer = read.layer();
        int id = layer.outputs().get(0).id();
        BiasBehind known = biases.get(id);
        if (known == null) {
            known = BiasBehind.of(network, layer, read.mixing(), changes, limitations, rounding);
            biases.put(id, known);
        }
        return known;
    }

    /** Hands the biases over to the changes. */
    void settle() {
        biases.values().forEach(bias -> bias.settle(changes));
    }
}
