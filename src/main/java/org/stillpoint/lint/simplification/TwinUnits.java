package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.nio.LongBuffer;
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
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Units that are equal in all that comes in: incoming weights, biases, factors, statistics. Then they are equal wherever they go,
 * and one with the sums of the outgoing weights does what all did: the first half of "Equal units train as one" (SYM-8).
 */
final class TwinUnits {

    private final Tensors tensors;
    private final Changes changes;
    private final Rounding rounding;
    private final Reads reads;
    /** For each unit what comes in, tensor by tensor; buffers are equal if their contents are. */
    private final Map<Unit, List<LongBuffer>> incoming = new HashMap<>();
    private final Map<Unit, Unit> merged = new LinkedHashMap<>();
    private final Set<Unit> rounded = new HashSet<>();
    private boolean isExact;
    private final Map<Unit, String> obstacles = new LinkedHashMap<>();

    TwinUnits(Network network, Tensors tensors, Changes changes, Rounding rounding) throws IOException {
        this.tensors = tensors;
        this.changes = changes;
        this.rounding = rounding;
        this.reads = Reads.of(network, tensors);
        for (Layer layer : network.layers()) {
            for (TensorCuts use : TensorCuts.of(layer)) {
                for (TensorCuts.Cut cut : use.cuts()) {
                    if (use.fits() && !cut.reads()) {
                        addIncoming(use, cut);
                    }
                }
            }
        }
    }

    private void addIncoming(TensorCuts use, TensorCuts.Cut cut) throws IOException {
        long[] codes = tensors.codes(use.weights());
        int stride = (int) use.weights().dimensions().stride(cut.axis());
        int size = (int) use.weights().dimensions().size(cut.axis());
        List<Unit> units = Unit.of(cut.channels());
        for (int i = 0; i < units.size(); i++) {
            int index = i;
            incoming.computeIfAbsent(units.get(i), unit -> new ArrayList<>())
                    .add(LongBuffer.wrap(IntStream.range(0, codes.length / size)
                    .mapToLong(k -> codes[k / stride * stride * size + index * stride + k % stride]).toArray()));
        }
    }

    /** Units that went, with the one that does what each did. */
    Map<Unit, Unit> merged() {
        return merged;
    }

    /** Those of them for which a sum was rounded. */
    Set<Unit> rounded() {
        return rounded;
    }

    /** Units with a twin that stay, and why. */
    Map<Unit, String> obstacles() {
        return obstacles;
    }

    void decide(int family, int size) throws IOException {
        Map<List<LongBuffer>, List<Unit>> classes = new LinkedHashMap<>();
        for (int index = 0; index < size; index++) {
            Unit unit = new Unit(family, index);
            if (incoming.containsKey(unit) && !reads.of(unit).isEmpty()) {
                classes.computeIfAbsent(incoming.get(unit), slices -> new ArrayList<>()).add(unit);
            }
        }
        for (List<Unit> twins : classes.values()) {
            for (Unit other : twins.subList(1, twins.size())) {
                isExact = true;
                if (merge(twins.get(0), other)) {
                    if (!isExact) {
                        rounded.add(other);
                    }
                    merged.put(other, twins.get(0));
                    changes.remove(other);
                } else {
                    obstacles.put(other, "it has a twin, but a sum of outgoing weights is no number of their type");
                }
            }
        }
    }

    /** Adds the outgoing weights of a unit to those of another one, of all layers or of none. */
    private boolean merge(Unit into, Unit from) throws IOException {
        Map<Weights, long[]> sums = new LinkedHashMap<>();
        Set<String> done = new HashSet<>();
        List<Reads.Read> kept = reads.of(into);
        List<Reads.Read> gone = reads.of(from);
        for (int i = 0; i < kept.size(); i++) {
            Weights weights = kept.get(i).mixing().weights();
            int feature = kept.get(i).feature();
            if (done.add(weights.name() + " " + feature)) {
                long[] before = sums.containsKey(weights) ? sums.get(weights) : changes.entries(weights).clone();
                Optional<long[]> after = added(kept.get(i).mixing(), before, feature, gone.get(i).feature());
                if (after.isEmpty()) {
                    return false;
                }
                sums.put(weights, after.get());
            }
        }
        sums.forEach(changes::change);
        return true;
    }

    private Optional<long[]> added(Mixing mixing, long[] codes, int into, int from) {
        FloatingPoint type = FloatingPoint.of(mixing.weights()).orElseThrow();
        for (int out = 0; out < mixing.out(); out++) {
            int[] places = mixing.places(out, into).toArray();
            int[] others = mixing.places(out, from).toArray();
            for (int k = 0; k < places.length; k++) {
                BigFraction exact = Code.number(codes[places[k]]).add(Code.number(codes[others[k]]));
                Optional<Long> sum = type.code(exact, rounding);
                if (sum.isEmpty()) {
                    return Optional.empty();
                }
                isExact &= type.has(exact);
                codes[places[k]] = sum.get();
            }
        }
        return Optional.of(codes);
    }
}
