package org.stillpoint.contract;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Equal values are one object, so that {@code ==} between values means in Java what it means in a contract. Values that nobody
 * holds are forgotten.
 */
public final class Kept {

    private static final Map<Object, WeakReference<Object>> VALUES = new WeakHashMap<>();
    /** Some of the objects that are kept, where they are soon found. */
    private static final AtomicReferenceArray<Object> LATEST = new AtomicReferenceArray<>(1 << 13);

    private Kept() {
    }

    /** The one object that is kept of those that equal the value. */
    @SuppressWarnings("unchecked")
    public static <T> T once(T value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & LATEST.length() - 1;
        Object latest = LATEST.get(place);
        if (latest == value || latest != null && latest.getClass() == value.getClass() && latest.equals(value)) {
            return (T) latest;
        }
        T one = kept(value);
        LATEST.set(place, one);
        return one;
    }

    @SuppressWarnings("unchecked")
    private static synchronized <T> T kept(T value) {
        WeakReference<Object> kept = VALUES.get(value);
        Object one = kept == null ? null : kept.get();
        if (one == null) {
            VALUES.put(value, new WeakReference<>(value));
            return value;
        }
        return (T) one;
    }
}
