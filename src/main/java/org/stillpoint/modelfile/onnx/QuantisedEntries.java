package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Entries;

/**
 * The numbers that integers q stand for, {@code (q - zero point) scale}, exactly.
 *
 * @param integers q
 * @param stride how far apart, in row-major order, two entries are whose scales follow each other
 * @param scales codes of finite numbers, one for all or one for each index along an axis
 * @param zeroPoints as many
 */
record QuantisedEntries(Entries integers, long stride, long[] scales, long[] zeroPoints) implements Entries {

    @Override
    public void read(long from, long[] codes) throws IOException {
        integers.read(from, codes);
        for (int i = 0; i < codes.length; i++) {
            int channel = scales.length == 1 ? 0 : (int) ((from + i) / stride % scales.length);
            codes[i] = product(Math.subtractExact(codes[i], zeroPoints[channel]), scales[channel]);
        }
    }

    private static long product(long integer, long scale) {
        if (integer == 0 || scale == 0) {
            return 0;
        }
        long mantissa = Code.mantissa(scale);
        int shift = Long.numberOfTrailingZeros(mantissa);
        int zeros = Long.numberOfTrailingZeros(integer);
        return Code.exact(Math.multiplyExact(integer >> zeros, mantissa >> shift), Code.scale(scale) + shift + zeros);
    }
}
