package org.stillpoint.engine.fast.fraction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/** Magnitudes in limbs, the lowest first, as the bytes that a {@link BigInteger} is made of, the highest first. */
public final class BigEndian {

    private static final VarHandle LIMB = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {
    }

    /** @param magnitude limbs of 32 bits */
    public static byte[] bytes(int[] magnitude) {
        byte[] bytes = new byte[4 * magnitude.length];
        for (int i = 0; i < magnitude.length; i++) {
            LIMB.set(bytes, 4 * (magnitude.length - 1 - i), magnitude[i]);
        }
        return bytes;
    }

    /** The first so many limbs of 64 bits, the lowest first. */
    static byte[] bytes(long[] limbs, int length) {
        byte[] bytes = new byte[Long.BYTES * length];
        for (int i = 0; i < length; i++) {
            LONG.set(bytes, Long.BYTES * (length - 1 - i), limbs[i]);
        }
        return bytes;
    }

    /** Writes a number that is not negative into limbs of 64 bits, the lowest first. */
    static void read(byte[] bytes, long[] limbs) {
        int whole = bytes.length / Long.BYTES;
        for (int i = 0; i < whole; i++) {
            limbs[i] = (long) LONG.get(bytes, bytes.length - Long.BYTES * (i + 1));
        }
        if (whole * Long.BYTES < bytes.length) {
            long highest = 0;
            for (int k = 0; k < bytes.length % Long.BYTES; k++) {
                highest = highest << Byte.SIZE | bytes[k] & 0xff;
            }
            limbs[whole] = highest;
        }
    }
}
