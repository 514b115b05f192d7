package org.stillpoint.decision;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;

/** The samples that each step sees. */
public enum Batches {

    /** One sample a step. */
    SINGLE("one sample", 1) {
        @Override
        Stream<DataSet> dataSets() {
            return VALUES.stream()
                    .flatMap(x -> LABELS.stream().map(y -> new DataSet(List.of(Vector.of(x)), List.of(Vector.of(y)))));
        }
    },
    /** The whole of a data set with as many samples of the one label as of the other. */
    FULL_BALANCED("balanced full batch", 2) {
        @Override
        Stream<DataSet> dataSets() {
            return VALUES.stream().flatMap(x -> VALUES.stream().map(other -> new DataSet(
                    List.of(Vector.of(x), Vector.of(other)), LABELS.stream().map(Vector::of).toList())));
        }
    };

    private static final List<BigFraction> VALUES = List.of(BigFraction.ONE, BigFraction.MINUS_ONE, BigFraction.TWO);
    private static final List<BigFraction> LABELS = List.of(BigFraction.ONE, BigFraction.MINUS_ONE);

    private final String words;
    private final int size;

    Batches(String words, int size) {
        this.words = words;
        this.size = size;
    }

    /** A few words for it, such as {@code one sample}. */
    public String words() {
        return words;
    }

    /** The samples of a batch in the runs that are tried. */
    int size() {
        return size;
    }

    /** The data sets that are tried, one input, labels 1 and -1. */
    abstract Stream<DataSet> dataSets();
}
