package org.stillpoint.domain;

import java.util.List;

/** Samples in order: inputs of one length, targets of one length, as many of the one as of the other. */
public record DataSet(List<Vector> inputs, List<Vector> targets) {

    /** @throws DomainException if there is no sample, a target is missing or in excess, or lengths differ between samples */
    public DataSet {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        if (inputs.isEmpty()) {
            throw new DomainException("a data set without samples, expected at least one");
        }
        if (inputs.size() != targets.size()) {
            throw new DomainException(inputs.size() + " inputs and " + targets.size()
                    + " targets, expected one target for each sample");
        }
        requireOneLength("input", inputs);
        requireOneLength("target", targets);
    }

    private static void requireOneLength(String what, List<Vector> vectors) {
        for (int i = 0; i < vectors.size(); i++) {
            if (vectors.get(i).size() != vectors.get(0).size()) {
                throw new DomainException(what + " " + (i + 1) + " has length " + vectors.get(i).size() + ", expected "
                        + vectors.get(0).size() + " as in " + what + " 1");
            }
        }
    }

    /** The number of samples. */
    public int size() {
        return inputs.size();
    }

    /** Numbers in an input. */
    public int inputWidth() {
        return inputs.get(0).size();
    }

    /** Numbers in a target. */
    public int targetWidth() {
        return targets.get(0).size();
    }
}
