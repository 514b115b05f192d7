package org.stillpoint.statement;

import java.util.function.IntFunction;

/** Where something is measured. Layers, units, inputs and samples count from 1, and so do steps, of which 0 is the start. */
public enum Place {

    LAYER("layer", number -> "layer " + number),
    UNIT("unit", number -> "unit " + number),
    OTHER("other", number -> "unit " + number),
    INPUT("input", number -> "input " + number),
    SAMPLE("sample", number -> "sample " + number),
    /** Before the first step, or after one. */
    STEP("step", number -> number == 0 ? "at the start" : "after step " + number),
    /** During a step. */
    IN("step", number -> "in step " + number),
    FROM("from", number -> number == 0 ? "from the start" : "from step " + number),
    TO("to", number -> "to step " + number);

    private final String id;
    private final IntFunction<String> words;

    Place(String id, IntFunction<String> words) {
        this.id = id;
        this.words = words;
    }

    /** The word for it in files. */
    public String id() {
        return id;
    }

    String words(int number) {
        return words.apply(number);
    }

    /** Whether files of the first schema count it from 0. */
    boolean countedFromZeroAtFirst() {
        return this == LAYER || this == UNIT || this == OTHER;
    }
}
