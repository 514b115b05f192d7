package org.stillpoint.lint.fact;

/** What a fact supposes beside the model and the weights of the file. */
public enum Condition {

    /** The derivative of ReLU at 0 is taken as 0, as frameworks do. */
    KAPPA_ZERO,

    /** The derivative of a clip whose bound is 0 is taken as 0 there, as that of ReLU6 is, unlike that of other clips. */
    BOUNDS_ZERO,

    /** The loss depends on nothing of the model but its outputs. */
    LOSS_OF_OUTPUTS,

    /** No number overflows, and none is divided by 0, as by the slope of a root at 0. */
    FINITE,

    /** What the file has once is one parameter, though several layers have it. */
    TIED,

    NO_WEIGHT_DECAY,

    /** Velocities and other memories of the optimiser start at zero. */
    FRESH_OPTIMISER,

    /** Batch normalisation uses mean and variance of the batch. */
    BATCH_STATISTICS,

    /** Batch normalisation uses the mean and the variance that are stored. */
    STORED_STATISTICS,

    /** The optimiser treats each parameter by itself, all alike and without noise, as SGD with momentum and Adam do. */
    COORDINATEWISE_OPTIMISER
}
