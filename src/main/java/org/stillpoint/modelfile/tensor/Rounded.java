package org.stillpoint.modelfile.tensor;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.hipparchus.fraction.BigFraction;

/**
 * A number as the nearest that a type has: of two equally near the one whose last bit is 0, as IEEE 754 rounds by default.
 *
 * @param bits how it is stored, as the lowest of the long
 * @param isExact whether it is the number itself
 */
public record Rounded(long bits, boolean isExact) {

    /**
     * Of an exact number. One that is too large for a floating-point type becomes infinite.
     *
     * @throws ArithmeticException if the type is one of integers that does not have the number
     */
    public static Rounded of(BigFraction number, ElementType type) {
        BigInteger numerator = number.getNumerator().abs();
        if (!type.isFloating()) {
            return integer(number, type);
        }
        if (numerator.signum() == 0) {
            return new Rounded(0, true);
        }
        BigInteger denominator = number.getDenominator();
        Layout layout = Layout.of(type);
        int exponent = numerator.bitLength() - denominator.bitLength();
        if (scaled(numerator, -exponent).compareTo(scaled(denominator, exponent)) < 0) {
            exponent--;
        }
        int unit = layout.unit(exponent);
        BigInteger[] parts = scaled(numerator, -unit).divideAndRemainder(scaled(denominator, unit));
        int side = parts[1].shiftLeft(1).compareTo(scaled(denominator, unit));
        return layout.rounded(number.getNumerator().signum() < 0, exponent, parts[0], parts[1].signum() == 0, side);
    }

    /**
     * Of a code, see {@link Code}; what is infinite or no number stays that.
     *
     * @throws ArithmeticException if the type is one of integers that does not have the number
     */
    public static Rounded ofCode(long code, ElementType type) {
        if (type == ElementType.FLOAT64 || code == 0) {
            return new Rounded(code, true);
        }
        if (!type.isFloating()) {
            return integer(Code.number(code), type);
        }
        Layout layout = Layout.of(type);
        if (code == Code.NOT_A_NUMBER) {
            return new Rounded(layout.infinity() | 1L << layout.fractionBits() - 1, true);
        }
        if (!Code.isFinite(code)) {
            return new Rounded(layout.infinity() | (code < 0 ? layout.sign() : 0), true);
        }
        int exponent = Code.exponent(code);
        long mantissa = Math.abs(Code.mantissa(code));
        int shift = Math.min(layout.unit(exponent) - Code.scale(code), Long.SIZE - 2);
        if (shift <= 0) {
            return layout.rounded(code < 0, exponent, BigInteger.valueOf(mantissa).shiftLeft(-shift), true, -1);
        }
        long rest = mantissa & (1L << shift) - 1;
        return layout.rounded(code < 0, exponent, BigInteger.valueOf(mantissa >> shift), rest == 0,
                Long.compare(rest, 1L << shift - 1));
    }

    /**
     * The code of it, of a floating-point type.
     *
     * @param type to which it was rounded
     */
    public long code(ElementType type) {
        return switch (type) {
            case FLOAT16 -> Code.ofBinary16(bits);
            case BFLOAT16 -> Code.ofBfloat16(bits);
            case FLOAT32 -> Code.ofBinary32(bits);
            case FLOAT64 -> Code.ofBinary64(bits);
            default -> throw new IllegalArgumentException(type.id() + " is no floating-point type");
        };
    }

    /** Puts it into a buffer, in the buffer's byte order. */
    public void put(ElementType type, ByteBuffer buffer) {
        switch (type.bytes()) {
            case Byte.BYTES -> buffer.put((byte) bits);
            case Short.BYTES -> buffer.putShort((short) bits);
            case Integer.BYTES -> buffer.putInt((int) bits);
            default -> buffer.putLong(bits);
        }
    }

    private static BigInteger scaled(BigInteger number, int exponent) {
        return number.shiftLeft(Math.max(exponent, 0));
    }

    private static Rounded integer(BigFraction number, ElementType type) {
        int width = type == ElementType.BOOL ? 1 : type.bytes() * Byte.SIZE;
        boolean isSigned = switch (type) {
            case INT8, INT16, INT32, INT64 -> true;
            default -> false;
        };
        BigInteger integer = number.getNumerator();
        boolean fits = isSigned ? integer.bitLength() < width : integer.signum() >= 0 && integer.bitLength() <= width;
        if (!number.getDenominator().equals(BigInteger.ONE) || !fits) {
            throw new ArithmeticException(type.id() + " does not have the number " + number);
        }
        return new Rounded(integer.longValue(), true);
    }

    /** How a floating-point type stores numbers: a sign, then the exponent, then the fraction. */
    private record Layout(int exponentBits, int fractionBits) {

        static Layout of(ElementType type) {
            return switch (type) {
                case FLOAT16 -> new Layout(5, 10);
                case BFLOAT16 -> new Layout(8, 7);
                case FLOAT32 -> new Layout(8, 23);
                default -> new Layout(11, 52);
            };
        }

        private int leastUnit() {
            return 2 - (1 << exponentBits - 1) - fractionBits;
        }

        /** The exponent of the last bit of a number between 2^exponent and twice that. */
        int unit(int exponent) {
            return Math.max(exponent - fractionBits, leastUnit());
        }

        long infinity() {
            return (1L << exponentBits) - 1 << fractionBits;
        }

        long sign() {
            return 1L << exponentBits + fractionBits;
        }

        /**
         * @param floor how many units are in the size of the number, without the rest
         * @param side below 0 if the rest is less than half a unit, 0 if it is half of one, above if it is more
         */
        Rounded rounded(boolean isNegative, int exponent, BigInteger floor, boolean isExact, int side) {
            long sign = isNegative ? sign() : 0;
            if (exponent >= 1 << exponentBits - 1) {
                return new Rounded(sign | infinity(), false);
            }
            long units = floor.longValueExact();
            boolean up = !isExact && (side > 0 || side == 0 && (units & 1) == 1);
            // The highest bit of units above the fraction, and a carry, count as one more in the exponent.
            long bits = ((long) (unit(exponent) - leastUnit()) << fractionBits) + units + (up ? 1 : 0);
            return new Rounded(sign | bits, isExact);
        }
    }
}
