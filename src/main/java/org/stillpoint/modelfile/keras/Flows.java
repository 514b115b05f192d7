package org.stillpoint.modelfile.keras;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.keras.KerasLayer.Source;

/** The outputs of all uses of the layers of a model. */
final class Flows {

    /** A use of a layer, from 0. */
    record Use(KerasLayer layer, int number) {

        List<Source> sources() {
            return layer.uses().get(number);
        }
    }

    private record Key(String layer, int use) {
    }

    private static final int MAX_OUTPUTS = 1000;

    private final String file;
    private final KerasModel model;
    private final Map<Key, Use> uses = new HashMap<>();
    private final Map<Key, List<Flow>> made = new LinkedHashMap<>();
    private final Map<String, Integer> outputs = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();

    /** The last use of each layer that is mentioned. */
    private final Map<String, Integer> lastUse = new HashMap<>();

    Flows(String file, KerasModel model) {
        this.file = file;
        this.model = model;
        for (KerasLayer layer : model.layers()) {
            counts.put(layer.name(), layer.uses().size());
            for (int number = 0; number < layer.uses().size(); number++) {
                uses.put(new Key(layer.name(), number), new Use(layer, number));
                layer.uses().get(number).forEach(this::count);
            }
        }
        model.outputs().forEach(this::count);
    }

    private void count(Source source) {
        outputs.merge(source.layer(), Math.min(source.output(), MAX_OUTPUTS) + 1, Math::max);
        lastUse.merge(source.layer(), source.use(), Math::max);
    }

    /** How many outputs of a layer are taken somewhere. */
    int outputsOf(String layer) {
        return outputs.getOrDefault(layer, 1);
    }

    /**
     * All uses, each after those whose outputs it takes, otherwise in the order of the file.
     *
     * @throws FormatException if some take what none makes, or what hangs on themselves
     */
    List<Use> inOrder() {
        Map<Key, Integer> missing = new HashMap<>();
        Map<Key, List<Use>> takers = new HashMap<>();
        Deque<Use> ready = new ArrayDeque<>();
        List<Use> all = model.layers().stream().flatMap(layer -> IntStream.range(0, layer.uses().size())
                .mapToObj(number -> new Use(layer, number))).toList();
        for (Use use : all) {
            for (Source source : use.sources()) {
                takers.computeIfAbsent(key(source), each -> new ArrayList<>()).add(use);
            }
            missing.put(new Key(use.layer().name(), use.number()), use.sources().size());
            if (use.sources().isEmpty()) {
                ready.add(use);
            }
        }
        List<Use> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            Use use = ready.poll();
            ordered.add(use);
            for (Use taker : takers.getOrDefault(new Key(use.layer().name(), use.number()), List.of())) {
                if (missing.merge(new Key(taker.layer().name(), taker.number()), -1, Integer::sum) == 0) {
                    ready.add(taker);
                }
            }
        }
        if (ordered.size() < all.size()) {
            throw new FormatException(file + ": layers of model " + Quoted.of(model.name())
                    + " that take what hangs on themselves, expected layers one behind the other");
        }
        return ordered;
    }

    /**
     * The use that makes an output. Older versions count the making of a model as its first use; then the last one that is
     * mentioned is beyond those that there are.
     */
    private Key key(Source source) {
        int there = counts.getOrDefault(source.layer(), 0);
        int before = Math.max(lastUse.getOrDefault(source.layer(), 0) + 1 - there, 0);
        Key key = new Key(source.layer(), source.use() - before);
        if (!uses.containsKey(key)) {
            throw new FormatException(file + ": use " + source.use() + " of layer " + Quoted.of(source.layer()) + " in model "
                    + Quoted.of(model.name()) + ", expected one that there is");
        }
        return key;
    }

    void put(Use use, List<Flow> flows) {
        made.put(new Key(use.layer().name(), use.number()), flows);
    }

    List<Flow> of(Use use) {
        return use.sources().stream().map(this::flow).toList();
    }

    /** The outputs of the model, when all values are made, also those that nobody takes. */
    List<Flow> ends() {
        made.values().forEach(flows -> flows.forEach(Flow::value));
        return model.outputs().stream().map(this::flow).toList();
    }

    private Flow flow(Source source) {
        List<Flow> flows = made.get(key(source));
        if (source.output() >= flows.size()) {
            throw new FormatException(file + ": output " + source.output() + " of layer " + Quoted.of(source.layer())
                    + ", expected one of " + flows.size());
        }
        return flows.get(source.output());
    }
}
