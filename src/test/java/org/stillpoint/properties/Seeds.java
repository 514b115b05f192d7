package org.stillpoint.properties;

import java.util.Optional;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** One number from which every property has its seed: the same number gives each the same tries, whatever else runs and in which order. */
final class Seeds {

    /** The system property that holds the number, an integer of 64 bits; jqwik draws its own seeds if it is absent. */
    static final String PROPERTY = "stillpoint.seed";

    private Seeds() {
    }

    /** The seed of a property; empty if nothing is fixed, or if the property has one of its own. */
    static Optional<String> fixed(PropertyLifecycleContext context) {
        return context.attributes().seed().isPresent() ? Optional.empty() : of(context.containerClass(), context.targetMethod().getName());
    }

    static Optional<String> of(Class<?> container, String property) {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Seeds::number).map(number ->
                String.valueOf(31 * number + (container.getName() + "." + property).hashCode()));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + text + ": no integer of 64 bits, expected one such as 42", e);
        }
    }
}
