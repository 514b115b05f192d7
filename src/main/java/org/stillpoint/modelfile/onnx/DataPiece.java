package org.stillpoint.modelfile.onnx;

import org.stillpoint.modelfile.tensor.Bytes;

/**
 * Numbers of a tensor that were left in the file: the content of one field, or of one that is repeated without a break.
 *
 * @param field its number among those of a TensorProto
 * @param from the place of its first byte, behind the tag and the length if there are these
 * @param length how many bytes it takes
 * @param repeated whether each number comes with a tag of its own, of one byte
 * @param count how many numbers there are; of raw data, how many bytes
 * @param least of them, if they are of variable length; else 0
 * @param most of them, likewise
 * @param marks if they are of variable length, where every {@link #MARKED}th begins
 */
record DataPiece(Bytes bytes, int field, long from, long length, boolean repeated, long count, long least, long most,
                 long[] marks) {

    static final int MARKED = 1 << 14;
}
