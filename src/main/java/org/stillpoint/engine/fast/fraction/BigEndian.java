package org.stillpoint.engine.fast.fraction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/** Magnitudes in limbs of 32 bits, the lowest first, as the bytes that a {@link BigInteger} is made of, the highest first. */
public final class BigEndian {

    private static final VarHandle LIMB = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {
    }

    public static byte[] bytes(int[] magnitude) {
        byte[] bytes = new byte[4 * magnitude.length];
        for (int i = 0; i < magnitude.length; i++) {
            LIMB.set(bytes, 4 * (magnitude.length - 1 - i), magnitude[i]);
        }
        return bytes;
    }

    public static byte[] bytes(long magnitude) {
        byte[] bytes = new byte[Long.BYTES];
        LONG.set(bytes, 0, magnitude);
        return bytes;
    }

    /** The limbs of an integer that is not negative. */
    public static int[] limbs(BigInteger magnitude) {
        byte[] bytes = magnitude.toByteArray();
        int[] limbs = new int[(bytes.length + 3) / 4];
        int whole = bytes.length / 4;
        for (int i = 0; i < whole; i++) {
            limbs[i] = (int) LIMB.get(bytes, bytes.length - 4 * (i + 1));
        }
        for (int i = 4 * whole; i < bytes.length; i++) {
            limbs[i / 4] |= (bytes[bytes.length - 1 - i] & 0xff) << 8 * (i % 4);
        }
        return limbs;
    }
}
