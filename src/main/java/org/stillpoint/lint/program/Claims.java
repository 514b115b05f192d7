package org.stillpoint.lint.program;

import java.util.List;

/** Which claims of the catalogue facts rest on. */
final class Claims {

    List<String> staysZero(TensorUse use) {
        return List.of("GRAPH-1");
    }

    List<String> neverChanges(TensorUse use) {
        return List.of("GRAPH-3");
    }

    List<String> stayEqual(TensorUse use) {
        return List.of("GRAPH-2");
    }
}
