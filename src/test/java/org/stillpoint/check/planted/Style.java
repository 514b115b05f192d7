package org.stillpoint.check.planted;

import java.util.List;
import org.stillpoint.check.rounding.FloatFormat;

/** The ways to write backpropagation. */
enum Style {
    LOOPS, BATCHES, TAPE, RECURSIVE, MODULES;

    Program program(Ways ways, List<Planted> mistakes) {
        return switch (this) {
            case LOOPS -> new Loops(ways, mistakes);
            case BATCHES -> new Batches(ways, mistakes);
            case TAPE -> new Tape(ways, mistakes);
            case RECURSIVE -> new Recursive(ways, mistakes);
            case MODULES -> new Modules(ways, mistakes);
        };
    }

    FloatFormat arithmetic() {
        return this == MODULES ? FloatFormat.FLOAT32 : FloatFormat.FLOAT64;
    }
}
