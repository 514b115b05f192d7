package org.stillpoint.properties;

import java.util.Optional;
import java.util.Random;

/**
 * One number from which every property has its seed: the same number gives each the same tries, whatever else runs and in which
 * order.
 */
public final class Seeds {

    /** The system property that holds the number, an integer of 64 bits; a random one is taken if it is absent. */
    static final String PROPERTY = "stillpoint.seed";

    private static final long RANDOM = new Random().nextLong();

    private Seeds() {
    }

    /** The seed of a property, or of another test that draws values. */
    public static String of(Class<?> container, String property) {
        long number = Optional.ofNullable(System.getProperty(PROPERTY)).map(Seeds::number).orElse(RANDOM);
        return String.valueOf(31 * number + (container.getName() + "." + property).hashCode());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + text + ": no integer of 64 bits, expected one such as 42",
                    e);
        }
    }
}
