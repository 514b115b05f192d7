package org.stillpoint.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A loss of an output f against a target y. */
public sealed interface Loss extends Named permits RationalLoss, SmoothLoss {

    RationalLoss PERCEPTRON = RationalLoss.PERCEPTRON;
    RationalLoss HINGE = RationalLoss.HINGE;
    RationalLoss SQUARED = RationalLoss.SQUARED;
    RationalLoss ABSOLUTE = RationalLoss.ABSOLUTE;

    SmoothLoss LOGISTIC = SmoothLoss.LOGISTIC;
    SmoothLoss CROSS_ENTROPY = SmoothLoss.CROSS_ENTROPY;

    /** Whether its value and its derivative are rational where output and target are. */
    boolean isRational();

    /**
     * This loss as one that is exact.
     *
     * @throws DomainException if it is not rational
     */
    RationalLoss rational();

    /**
     * Checks that the loss is made for the network and the targets: perceptron, hinge and logistic take labels only, 1 and -1;
     * cross-entropy takes what is said of probabilities, by a last layer of sigmoid or softmax.
     *
     * @param data fits the network
     * @throws TargetException for the first sample with another target
     * @throws DomainException if the loss is not made for the last layer
     */
    void requireTargets(Network network, DataSet data);

    static List<Loss> all() {
        return Stream.<Loss>concat(Arrays.stream(RationalLoss.values()), Arrays.stream(SmoothLoss.values())).toList();
    }

    /** @throws DomainException if no loss has this name */
    static Loss fromId(String id) {
        return Named.find("loss", all(), id);
    }
}
