package org.stillpoint.lint.simplification;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Which numbers a floating-point type has: {@code m 2^e} with integers m of so many bits.
 *
 * @param lowest the least e, that of the smallest number above 0
 * @param highest the exponent of the highest bit of its largest number
 */
record FloatingPoint(int bits, int lowest, int highest) {

    /** The type of a tensor, if its entries are stored plainly as such numbers. */
    static Optional<FloatingPoint> of(Weights weights) {
        return Arrays.stream(ElementType.values()).filter(type -> type.id().equals(weights.type()))
                .flatMap(type -> of(type).stream()).findFirst();
    }

    private static Optional<FloatingPoint> of(ElementType type) {
        return Optional.ofNullable(switch (type) {
            case FLOAT16 -> new FloatingPoint(11, -24, 15);
            case BFLOAT16 -> new FloatingPoint(8, -133, 127);
            case FLOAT32 -> new FloatingPoint(24, -149, 127);
            case FLOAT64 -> new FloatingPoint(53, -1074, 1023);
            default -> null;
        });
    }

    /** The code of a number, if the type has it exactly. */
    Optional<Long> code(BigFraction number) {
        if (number.signum() == 0) {
            return Optional.of(0L);
        }
        BigInteger numerator = number.getNumerator();
        BigInteger denominator = number.getDenominator();
        int twos = numerator.getLowestSetBit();
        BigInteger odd = numerator.shiftRight(twos);
        int exponent = twos - (denominator.bitLength() - 1);
        int length = odd.abs().bitLength();
        boolean has = denominator.bitCount() == 1 && length <= bits && exponent >= lowest && exponent + length - 1 <= highest;
        return has ? Optional.of(Code.exact(odd.longValue(), exponent)) : Optional.empty();
    }
}
