package org.stillpoint.engine.enclosure;

import java.util.List;
import org.stillpoint.optimiser.Coordinate;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Move;

/** {@code v <- m v + g + q theta} (the decay q on weights only), {@code theta <- theta - eta v}, in the numbers of a field. */
final class Descent<T> implements Move<T> {

    private final Field<T> field;
    private final T rate;
    private final T momentum;
    private final T decay;

    Descent(Field<T> field, GradientDescent rule) {
        this.field = field;
        this.rate = field.number(rule.rate());
        this.momentum = field.number(rule.momentum());
        this.decay = field.number(rule.decay());
    }

    /** @param before with the velocity, or without one if there is no momentum */
    @Override
    public Coordinate<T> after(Coordinate<T> before, T gradient, boolean weight) {
        T velocity = weight ? field.add(gradient, field.multiply(decay, before.value())) : gradient;
        if (before.memory().isEmpty()) {
            return new Coordinate<>(along(before.value(), velocity), List.of());
        }
        velocity = field.add(field.multiply(momentum, before.memory().get(0)), velocity);
        return new Coordinate<>(along(before.value(), velocity), List.of(velocity));
    }

    private T along(T value, T velocity) {
        return field.subtract(value, field.multiply(rate, velocity));
    }
}
