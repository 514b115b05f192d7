package org.stillpoint.graph.architecture;

import java.util.concurrent.atomic.AtomicInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Gives the numbers that an architecture leaves open: parameters that do not start at zero, inputs and errors. */
@FunctionalInterface
public interface Filling {

    Tensor of(Shape shape);

    /** Positive numbers, one after the other, none of which comes again within thirty. */
    static Filling positive() {
        AtomicInteger given = new AtomicInteger();
        return shape -> Tensor.at(shape, place -> {
            int number = given.getAndIncrement();
            return new BigFraction(1 + number % 5, 1 + (number + 1) % 6);
        });
    }
}
