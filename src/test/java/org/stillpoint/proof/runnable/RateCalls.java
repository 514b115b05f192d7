package org.stillpoint.proof.runnable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls of the theorems about scales and chains. */
final class RateCalls {

    private RateCalls() {
    }

    /** By theorem: one call. */
    static Map<String, List<Object>> concrete() {
        return new LinkedHashMap<>();
    }

    /** By theorem: a call of a size. */
    static Map<String, List<Object>> of(GrownNetwork size) {
        return new LinkedHashMap<>();
    }
}
