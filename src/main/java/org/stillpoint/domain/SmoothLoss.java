package org.stillpoint.domain;

/** A loss whose values are real numbers, which are enclosed. */
public enum SmoothLoss implements Loss {

    /** {@code log(1 + exp(-y f))}, summed over the outputs, with labels 1 and -1. */
    LOGISTIC("logistic") {
        @Override
        public void requireTargets(Network network, DataSet data) {
            Targets.requireLabels(this, data);
        }
    },

    /**
     * Behind sigmoid {@code -y log f - (1 - y) log(1 - f)}, behind softmax {@code -y log f}, summed over the outputs. Targets are
     * probabilities, behind softmax with the sum 1.
     */
    CROSS_ENTROPY("cross-entropy") {
        @Override
        public void requireTargets(Network network, DataSet data) {
            Activation last = network.outputActivation();
            if (last != Activation.SIGMOID && last != Activation.SOFTMAX) {
                throw new DomainException("the cross-entropy loss behind a last layer of " + last.id()
                        + ", expected sigmoid or softmax");
            }
            Targets.requireProbabilities(this, data);
            if (last == Activation.SOFTMAX) {
                Targets.requireSumsOfOne(this, data);
            }
        }
    };

    private final String id;

    SmoothLoss(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isRational() {
        return false;
    }

    @Override
    public RationalLoss rational() {
        throw new DomainException("loss " + id + " is not exact over the rationals, expected one of " + RationalLoss.names());
    }
}
