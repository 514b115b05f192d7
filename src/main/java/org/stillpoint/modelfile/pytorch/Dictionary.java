package org.stillpoint.modelfile.pytorch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.PickleException;

/** A dictionary of a pickle, in its order. Keys are what has a hash of its own that is found at once. */
final class Dictionary {

    private final Map<Object, Object> items = new LinkedHashMap<>();

    /** @throws PickleException if keys and values do not alternate, or a key is of another kind */
    void putAll(List<Object> keysAndValues) {
        if (keysAndValues.size() % 2 != 0) {
            throw new PickleException("a key without a value, expected one for each");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            Object key = keysAndValues.get(i);
            if (!(key instanceof String || key instanceof Integer || key instanceof Long || key instanceof Boolean)) {
                throw new PickleException("a dictionary with a key of another kind, expected strings and integers");
            }
            items.put(key, keysAndValues.get(i + 1));
        }
    }

    Map<Object, Object> items() {
        return Collections.unmodifiableMap(items);
    }
}
