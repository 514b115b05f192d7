package org.stillpoint.kink;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * How fast a number starts to move along a direction.
 *
 * @param bent whether something that it depends on leaves a kink on the way
 */
record Rate(BigFraction value, boolean bent) {

    static final Rate NONE = new Rate(BigFraction.ZERO, false);

    Rate plus(Rate other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        return new Rate(value.add(other.value), bent || other.bent);
    }

    Rate times(BigFraction factor) {
        return this == NONE || factor.signum() == 0 ? NONE : new Rate(value.multiply(factor), bent);
    }

    /**
     * Along one direction. Where an argument stays at a kink in first order, its value does too, on whichever side it is: so
     * the first order is enough for the first derivative.
     *
     * @param direction one number a parameter
     */
    record Along(List<BigFraction> direction) implements Rules<Rate> {

        @Override
        public Rate parameter(int index) {
            BigFraction rate = direction.get(index);
            return rate.signum() == 0 ? NONE : new Rate(rate, false);
        }

        @Override
        public Rate times(Rate rate, BigFraction factor) {
            return rate.times(factor);
        }

        @Override
        public Rate sum(List<Rate> rates) {
            return rates.stream().reduce(NONE, Rate::plus);
        }

        @Override
        public Rate through(Slopes slopes, Rate argument) {
            return slopes.bent()
                    ? new Rate(slopes.ahead(argument.value), argument.bent || argument.value.signum() != 0)
                    : argument.times(slopes.left());
        }
    }
}
