package org.stillpoint.enumeration;

import java.util.Arrays;

/** Where some steps, always the same ones, lead from a state: computed once for each state. */
final class Epoch {

    private static final int UNKNOWN = 0;
    private static final int OUTSIDE = -1;

    private final Problem problem;
    private final Options options;
    private final int steps;
    private final GuardedTraining training;
    private final IntegerTraining block;
    private final States from;
    private final States to;
    private final int row;
    /** Where the common denominator stands; what stands behind it goes along unchanged. */
    private final int denominator;
    private final long[] state;
    private final int[] packed;
    private final int[] waiting = new int[IntegerTraining.BLOCK];
    private int waitingCount;
    /** By state, 1 + the state it leads to. */
    private int[] successors = new int[1024];

    /** @param to where the states go that are reached: the same states, so that one epoch follows another, or others */
    Epoch(Problem problem, Options options, int steps, States from, States to) {
        this.problem = problem;
        this.options = options;
        this.steps = steps;
        this.from = from;
        this.to = to;
        training = new GuardedTraining(problem);
        block = new IntegerTraining(problem);
        row = problem.parametersOfAUnit();
        denominator = problem.parameters();
        state = new long[denominator + 1];
        packed = new int[denominator + 2];
    }

    /** Whether it goes from some states to the same ones, and so can be taken again and again. */
    boolean leadsBack() {
        return from == to;
    }

    States reached() {
        return to;
    }

    /** Makes sure that it is known where each of these states leads. */
    void prepare(Crowd crowd) {
        if (successors.length < from.size()) {
            successors = Arrays.copyOf(successors, 2 * from.size());
        }
        for (int place = 0; place < crowd.size(); place++) {
            int number = crowd.state(place);
            if (successors[number] != UNKNOWN) {
                continue;
            }
            if (block.applies() && from.get(number, denominator) == 1) {
                wait(number);
            } else {
                trainAlone(number);
            }
        }
        trainWaiting();
    }

    /** The state that one of the prepared states leads to, or -1 if numbers on the way do not fit. */
    int successor(int number) {
        return successors[number] == OUTSIDE ? -1 : successors[number] - 1;
    }

    private void wait(int number) {
        for (int k = 0; k < denominator; k++) {
            block.parameter(k)[waitingCount] = from.get(number, k);
        }
        waiting[waitingCount++] = number;
        if (waitingCount == waiting.length) {
            trainWaiting();
        }
    }

    private void trainWaiting() {
        if (waitingCount == 0) {
            return;
        }
        block.train(steps);
        for (int i = 0; i < waitingCount; i++) {
            if (block.stayedInBound(i)) {
                for (int k = 0; k < denominator; k++) {
                    packed[k] = block.parameter(k)[i];
                }
                packed[denominator] = 1;
                reached(waiting[i]);
            } else {
                trainAlone(waiting[i]);
            }
        }
        waitingCount = 0;
    }

    private void trainAlone(int number) {
        for (int k = 0; k <= denominator; k++) {
            state[k] = from.get(number, k);
        }
        if (!training.train(state, steps)) {
            successors[number] = OUTSIDE;
            return;
        }
        reduce();
        for (int k = 0; k <= denominator; k++) {
            packed[k] = (int) state[k];
        }
        reached(number);
    }

    private void reached(int number) {
        if (options.quotient()) {
            sortUnits();
        }
        packed[denominator + 1] = from.get(number, denominator + 1);
        successors[number] = 1 + to.number(packed);
    }

    /** Brings the state to lowest terms, so that equal networks become equal rows. */
    private void reduce() {
        long divisor = state[denominator];
        for (int k = 0; k < denominator && divisor > 1; k++) {
            divisor = gcd(divisor, Math.abs(state[k]));
        }
        for (int k = 0; k <= denominator && divisor > 1; k++) {
            state[k] /= divisor;
        }
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private void sortUnits() {
        for (int j = 1; j < problem.units(); j++) {
            for (int at = j * row; at > 0 && precedes(at, at - row); at -= row) {
                swap(at, at - row);
            }
        }
    }

    private boolean precedes(int unit, int other) {
        return Arrays.compare(packed, unit, unit + row, packed, other, other + row) < 0;
    }

    private void swap(int unit, int other) {
        for (int k = 0; k < row; k++) {
            int kept = packed[unit + k];
            packed[unit + k] = packed[other + k];
            packed[other + k] = kept;
        }
    }
}
