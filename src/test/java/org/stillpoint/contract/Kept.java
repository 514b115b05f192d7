package org.stillpoint.contract;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/** Equal values are one object, so that {@code ==} between values means in Java what it means in a contract. Values that nobody holds are forgotten. */
public final class Kept {

    private static final Map<Object, WeakReference<Object>> VALUES = new WeakHashMap<>();

    private Kept() {
    }

    /** The one object that is kept of those that equal the value. */
    @SuppressWarnings("unchecked")
    public static synchronized <T> T once(T value) {
        WeakReference<Object> kept = VALUES.get(value);
        Object one = kept == null ? null : kept.get();
        if (one == null) {
            VALUES.put(value, new WeakReference<>(value));
            return value;
        }
        return (T) one;
    }
}
