package org.stillpoint.optimiser;

/** What one step does to one parameter, in some arithmetic. */
@FunctionalInterface
public interface Move<T> {

    /** @param weight whether the parameter is a weight, not a bias */
    Coordinate<T> after(Coordinate<T> before, T gradient, boolean weight);
}
