package org.stillpoint.modelfile.onnx.translation;

import java.util.ArrayList;
import java.util.List;

/** The size of an axis, or an entry of a list of such, which may be -1 or 0 with the meaning that Reshape gives it. */
sealed interface Size {

    Size ONE = new Fixed(1);

    /** A number. */
    record Fixed(long number) implements Size {
    }

    /** A number that nobody knows before the model runs; equal only to itself. */
    record Open(int id) implements Size {
    }

    static Size of(long number) {
        return new Fixed(number);
    }

    static List<Size> all(List<Long> numbers) {
        return numbers.stream().map(Size::of).toList();
    }

    default boolean is(long number) {
        return this instanceof Fixed fixed && fixed.number() == number;
    }

    /** Whether two products of sizes are equal whatever the open ones are. */
    static boolean sameProduct(List<Size> one, List<Size> other) {
        List<Size> open = new ArrayList<>(other.stream().filter(Open.class::isInstance).toList());
        for (Size size : one) {
            if (size instanceof Open && !open.remove(size)) {
                return false;
            }
        }
        return open.isEmpty() && fixedProduct(one) == fixedProduct(other) && fixedProduct(one) > 0;
    }

    /** The product of those that are fixed, which are at least 1; -1 if that is too much, or one is below. */
    static long fixedProduct(List<Size> sizes) {
        long product = 1;
        for (Size size : sizes) {
            if (size instanceof Fixed fixed) {
                if (fixed.number() < 1 || product > Integer.MAX_VALUE / fixed.number()) {
                    return -1;
                }
                product *= fixed.number();
            }
        }
        return product;
    }
}
