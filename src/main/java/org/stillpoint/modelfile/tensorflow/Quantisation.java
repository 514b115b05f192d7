package org.stillpoint.modelfile.tensorflow;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Rounding;

/**
 * Numbers as small integers q, which TensorFlow.js makes {@code q scale + min} of when it loads them. It calculates in binary64,
 * rounds each result, and keeps it as a binary32; so are the codes here, which are the weights that it works with.
 *
 * @param stored how q is stored
 */
record Quantisation(ElementType stored, BigFraction scale, BigFraction min) {

    /** @throws org.stillpoint.format.FormatException if scale or least number are not numbers of binary64 */
    static Quantisation read(ElementType stored, JsonCursor description) {
        return new Quantisation(stored, number(description.field("scale")), number(description.field("min")));
    }

    private static BigFraction number(JsonCursor value) {
        long code = Rounding.BINARY64.code(value.number());
        return finite(code).orElseThrow(() -> value.error("a number above all of binary64, expected one of those"));
    }

    private static Optional<BigFraction> finite(long code) {
        return Code.isFinite(code) ? Optional.of(Code.number(code)) : Optional.empty();
    }

    /** The code of each q from 0. */
    long[] codes() {
        long[] codes = new long[1 << 8 * stored.bytes()];
        for (int q = 0; q < codes.length; q++) {
            codes[q] = code(q);
        }
        return codes;
    }

    private long code(int q) {
        long product = Rounding.BINARY64.code(scale.multiply(q));
        if (!Code.isFinite(product)) {
            return product;
        }
        long sum = Rounding.BINARY64.code(Code.number(product).add(min));
        return Code.isFinite(sum) ? Rounding.BINARY32.code(Code.number(sum)) : sum;
    }
}
