package org.stillpoint.lint.fact;

/** Where in a model weights stand: why zeros there usually do no harm, or do. */
public enum Place {

    /** A number added to each unit, or the shift behind a normalisation. Zero is the usual start. */
    BIAS,

    /** A factor of each unit, such as gamma of a normalisation. Zero is the usual start of the last one of a residual branch. */
    SCALE,

    /** The last weights or scale of a branch that is added to something else: at zero the branch passes on nothing, and moves. */
    END_OF_BRANCH,

    /** The last weights before an output of the model. */
    OUTPUT,

    /** One of two layers in a row without anything between that has weights which are not zero, as B of an adapter. */
    ONE_OF_TWO_FACTORS,

    /** Weights that read what is fed. */
    INPUT,

    /** None of these. */
    WITHIN
}
