package org.stillpoint.statement;

import java.util.Collections;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.training.ParameterSpace;

/** Conditions that claims share. */
final class Premises {

    private Premises() {
    }

    /** All weights of the start are one non-zero number; biases do not count. */
    static List<Comparison> equalNonZeroWeights(Run run) {
        List<BigFraction> weights = Run.weights(run.start());
        BigFraction least = Collections.min(weights);
        return List.of(
                Comparison.of("smallest weight at the start", least, Relation.EQUAL,
                        "largest weight at the start", Collections.max(weights)),
                Comparison.of("that weight", least, Relation.DIFFERENT, "zero", BigFraction.ZERO));
    }

    static Comparison allZero(Run run) {
        Network start = run.start();
        BigFraction largest = start.parameters().stream().map(BigFraction::abs).max(BigFraction::compareTo).orElseThrow();
        return Comparison.of("largest absolute value of a parameter at the start", largest, Relation.EQUAL, "zero", BigFraction.ZERO);
    }

    /** As many samples of the one label as of the other, and at least one. */
    static List<Comparison> balanced(Run run) {
        BigFraction positive = new BigFraction(run.labelled(1));
        return List.of(
                Comparison.of("samples with a positive label", positive, Relation.GREATER, "none", BigFraction.ZERO),
                Comparison.of("samples with a positive label", positive, Relation.EQUAL,
                        "samples with a negative label", new BigFraction(run.labelled(-1))));
    }

    /**
     * The teacher classifies every sample correctly.
     *
     * @throws DomainException if it is not of the network's own shape
     */
    static Comparison realizable(Run run, Network teacher) {
        ParameterSpace.requireOneShape(run.start(), teacher);
        return Comparison.of("accuracy of a teacher of the same shape", run.accuracy(teacher), Relation.EQUAL, "full accuracy",
                BigFraction.ONE);
    }

    /** The first hidden layer has several units, so that there is something to be equal. */
    static Comparison severalHiddenUnits(Run run) {
        return Comparison.of("units of the first layer", new BigFraction(run.start().layers().get(0).units()), Relation.GREATER,
                "one", BigFraction.ONE);
    }
}
