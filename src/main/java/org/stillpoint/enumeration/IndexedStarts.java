package org.stillpoint.enumeration;

import java.util.Arrays;

/** The networks where trainings start, in the order of their indices. */
final class IndexedStarts {

    private final int units;
    private final long unitCount;
    private final int outputs;
    private final boolean quotient;

    IndexedStarts(Problem problem, boolean quotient) {
        units = problem.units();
        unitCount = problem.unitCount();
        outputs = problem.bias() ? problem.values().size() : 1;
        this.quotient = quotient;
    }

    /**
     * What is done with a network: its units, each as a number, its output bias as a digit, its index, and how many networks it
     * stands for.
     */
    interface Visitor {

        void visit(long[] units, int outputBias, long index, long networks);
    }

    /** All hidden layers, as many as there are numbers with the units as digits. */
    long layers() {
        long layers = 1;
        for (int j = 0; j < units; j++) {
            layers *= unitCount;
        }
        return layers;
    }

    /** Visits the networks whose hidden layer is in a range; with the quotient only those with units in ascending order. */
    void each(long from, long to, Visitor visitor) {
        long[] digits = digits(from);
        long layer = quotient ? ascending(digits) : from;
        while (layer < to) {
            long networks = quotient ? orders(digits) : 1;
            for (int output = 0; output < outputs; output++) {
                visitor.visit(digits, output, layer * outputs + output, networks);
            }
            layer = next(digits, layer);
        }
    }

    private long[] digits(long layer) {
        long[] digits = new long[units];
        long rest = layer;
        for (int j = units - 1; j >= 0; j--) {
            digits[j] = rest % unitCount;
            rest /= unitCount;
        }
        return digits;
    }

    /** Goes on to the first layer in ascending order that is not before this one. */
    private long ascending(long[] digits) {
        for (int j = 1; j < units; j++) {
            if (digits[j] < digits[j - 1]) {
                Arrays.fill(digits, j, units, digits[j - 1]);
            }
        }
        return number(digits);
    }

    private long next(long[] digits, long layer) {
        int j = units - 1;
        while (j >= 0 && digits[j] == unitCount - 1) {
            j--;
        }
        if (j < 0) {
            return Long.MAX_VALUE;
        }
        digits[j]++;
        Arrays.fill(digits, j + 1, units, quotient ? digits[j] : 0);
        return number(digits);
    }

    private long number(long[] digits) {
        long number = 0;
        for (long digit : digits) {
            number = number * unitCount + digit;
        }
        return number;
    }

    /** In how many orders these units, in ascending order, can stand. */
    private static long orders(long[] digits) {
        long orders = 1;
        int equal = 1;
        for (int j = 1; j < digits.length; j++) {
            equal = digits[j] == digits[j - 1] ? equal + 1 : 1;
            orders = orders * (j + 1) / equal;
        }
        return orders;
    }

    static int different(long[] units) {
        int different = 0;
        for (int j = 0; j < units.length; j++) {
            boolean seen = false;
            for (int i = 0; i < j && !seen; i++) {
                seen = units[i] == units[j];
            }
            different += seen ? 0 : 1;
        }
        return different;
    }
}
