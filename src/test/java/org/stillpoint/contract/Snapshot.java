package org.stillpoint.contract;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.stillpoint.contract.Heap.Field;
import org.stillpoint.contract.Heap.Place;
import org.stillpoint.contract.Heap.Reference;

/** The memory of Java as a heap: what can be reached from some objects is created and holds what it holds now. */
public final class Snapshot {

    private final Map<Place, Object> held = new HashMap<>();
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Snapshot() {
    }

    /** @param roots objects or null; numbers and truth values of Java that are no objects of the logic are passed over */
    public static Heap of(Object... roots) {
        Snapshot snapshot = new Snapshot();
        Arrays.stream(roots).forEach(snapshot::reach);
        while (!snapshot.waiting.isEmpty()) {
            snapshot.describe(snapshot.waiting.poll());
        }
        return new Heap(snapshot.held);
    }

    private void reach(Object object) {
        if (object != null && !(object instanceof Integer) && !(object instanceof Boolean) && seen.add(object)) {
            waiting.add(object);
        }
    }

    private void describe(Object object) {
        put(object, Field.CREATED, true);
        if (object.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                hold(object, Field.arr(i), Array.get(object, i));
            }
        }
        KernelValue.parts(object).forEach((name, part) -> hold(object, Field.of(object.getClass(), name), part));
    }

    private void hold(Object object, Field field, Object value) {
        if (value instanceof Integer number) {
            if (number != 0) {
                put(object, field, BigInteger.valueOf(number));
            }
        } else if (value instanceof Boolean truth) {
            if (truth) {
                put(object, field, true);
            }
        } else if (value != null) {
            put(object, field, new Reference(value));
            reach(value);
        }
    }

    private void put(Object object, Field field, Object value) {
        held.put(new Place(new Reference(object), field), value);
    }
}
