package org.stillpoint.modelfile.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Weights;

/** The tensors of a model, as they are found. No two have one name. */
final class TensorList {

    /** A long name in a file must not become many in memory. */
    private static final int LONGEST_REPEATED = 200;

    private final List<Weights> weights = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();
    private final Map<Weights, Weights> replaced = new IdentityHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> copies = new HashMap<>();

    /** Those whose entries are known, in the order of the file. */
    List<Weights> weights() {
        return weights.stream().map(one -> replaced.getOrDefault(one, one)).toList();
    }

    /** The others. */
    List<NotAnalysed> notAnalysed() {
        return List.copyOf(notAnalysed);
    }

    /** How many there are whose entries are known. */
    int size() {
        return weights.size();
    }

    void add(Constant constant) {
        if (constant instanceof Constant.Known known) {
            weights.add(known.weights());
        } else if (constant instanceof Constant.Unread unread) {
            notAnalysed.add(unread.reason());
        }
    }

    /** Adds one in the place of another that was not replaced before. */
    void replace(Weights before, Weights after) {
        replaced.put(before, after);
    }

    boolean isReplaced(Weights one) {
        return replaced.containsKey(one);
    }

    /** A name, made different from any before. */
    String unique(String name) {
        if (names.add(name)) {
            return name;
        }
        String shortened = shortened(name);
        while (true) {
            String unique = shortened + " (" + (copies.merge(shortened, 1, Integer::sum) + 1) + ")";
            if (names.add(unique)) {
                return unique;
            }
        }
    }

    /** The beginning of a name that becomes a part of others. */
    static String shortened(String name) {
        return name.length() <= LONGEST_REPEATED ? name : name.substring(0, LONGEST_REPEATED) + "...";
    }
}
