package org.stillpoint.lint.fact;

/** What a fact supposes beside the model and the weights of the file. */
public enum Condition {

    /** The derivative of ReLU at 0 is taken as 0, as frameworks do. */
    KAPPA_ZERO,

    NO_WEIGHT_DECAY,

    /** Velocities and other memories of the optimiser start at zero, or equal for units that are equal. */
    FRESH_OPTIMISER,

    /** Batch normalisation uses mean and variance of the batch. */
    BATCH_STATISTICS,

    /** Batch normalisation uses the mean and the variance that are stored. */
    STORED_STATISTICS,

    /** The optimiser treats each parameter by itself, as SGD with momentum and Adam do. */
    COORDINATEWISE_OPTIMISER,

    /** Only for the data that was given. */
    DATA
}
