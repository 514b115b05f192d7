package org.stillpoint.lint.survey;

/** Where the entries of parts of a tensor are, which all have the same shape. */
interface Places {

    /** The sizes of the axes of each part. */
    long[] shape();

    /** How many of the last axes of a part lie in the tensor as they do in the part. */
    int whole();

    /**
     * The place of an entry in the tensor, in row-major order.
     *
     * @param index of the entry in the part
     */
    long place(int part, long[] index);
}
