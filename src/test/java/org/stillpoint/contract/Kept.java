package org.stillpoint.contract;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Equal values are one object, so that {@code ==} between values means in Java what it means in a contract. */
final class Kept {

    private static final Map<Object, Object> VALUES = new ConcurrentHashMap<>();

    private Kept() {
    }

    @SuppressWarnings("unchecked")
    static <T> T once(T value) {
        return (T) VALUES.computeIfAbsent(value, any -> any);
    }
}
