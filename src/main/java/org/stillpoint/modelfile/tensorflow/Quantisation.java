package org.stillpoint.modelfile.tensorflow;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Rounded;

/**
 * Numbers as small integers q, which TensorFlow.js makes {@code q scale + min} of when it loads them. It calculates in binary64,
 * rounds each result, and keeps it as a binary32; so are the codes here, which are the weights that it works with.
 *
 * @param stored how q is stored
 * @param scale as the code of a binary64
 * @param min as the code of a binary64
 */
record Quantisation(ElementType stored, long scale, long min) {

    /** @throws org.stillpoint.format.FormatException if scale or least number are above those of binary64 */
    static Quantisation read(ElementType stored, JsonCursor description) {
        return new Quantisation(stored, code(description.field("scale")), code(description.field("min")));
    }

    private static long code(JsonCursor value) {
        long code = binary64(value.number());
        if (!Code.isFinite(code)) {
            throw value.error("a number above all of binary64, expected one of those");
        }
        return code;
    }

    /** How many different q there are. */
    int count() {
        return 1 << 8 * stored.bytes();
    }

    /** The code of what q stands for. */
    long code(int q) {
        long product = binary64(Code.number(scale).multiply(q));
        if (!Code.isFinite(product)) {
            return product;
        }
        long sum = binary64(Code.number(product).add(Code.number(min)));
        return Rounded.ofCode(sum, ElementType.FLOAT32).code(ElementType.FLOAT32);
    }

    private static long binary64(BigFraction number) {
        return Rounded.of(number, ElementType.FLOAT64).code(ElementType.FLOAT64);
    }
}
