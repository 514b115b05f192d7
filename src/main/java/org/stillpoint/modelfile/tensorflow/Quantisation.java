package org.stillpoint.modelfile.tensorflow;

import java.math.BigInteger;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Rounding;

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
        long code = Rounding.BINARY64.code(value.number());
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
        long product = Rounding.BINARY64.code(BigInteger.valueOf(Code.mantissa(scale)).multiply(BigInteger.valueOf(q)),
                Code.scale(scale));
        if (!Code.isFinite(product)) {
            return product;
        }
        int power = Math.min(Code.scale(product), Code.scale(min));
        long sum = Rounding.BINARY64.code(factor(product, power).add(factor(min, power)), power);
        return Code.isFinite(sum) ? Rounding.BINARY32.code(BigInteger.valueOf(Code.mantissa(sum)), Code.scale(sum)) : sum;
    }

    /** What a number is, divided by a power of two that is not above its own. */
    private static BigInteger factor(long code, int power) {
        return BigInteger.valueOf(Code.mantissa(code)).shiftLeft(Code.scale(code) - power);
    }
}
