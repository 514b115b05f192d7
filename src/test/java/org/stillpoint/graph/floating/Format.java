package org.stillpoint.graph.floating;

import org.hipparchus.fraction.BigFraction;

/** A binary format, whose numbers are boxed: they are equal if their bits are, but that all NaN are. */
public enum Format {

    DOUBLE {
        @Override
        public Number round(double value) {
            return value;
        }
    },

    FLOAT {
        @Override
        public Number round(double value) {
            return (float) value;
        }
    };

    /** The number nearest to a value. */
    public abstract Number round(double value);

    /** The number nearest to a fraction of small terms: of a quotient that is rounded once, and for float a second time. */
    Number round(BigFraction value) {
        return round(value.getNumerator().doubleValue() / value.getDenominator().doubleValue());
    }

    /** Either zero, of the two. */
    static boolean isZero(Object value) {
        return ((Number) value).doubleValue() == 0;
    }
}
