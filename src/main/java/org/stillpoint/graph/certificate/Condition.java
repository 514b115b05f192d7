package org.stillpoint.graph.certificate;

import org.stillpoint.kernel.graph.Checker;
import org.stillpoint.kernel.graph.Program;

/** What the checker asks of a certificate, each condition with the words that say it. */
public enum Condition {

    LENGTHS("there is a mark for each slot, and state comes before all else") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            int slots = p.operations.length;
            return next.length <= p.given && zero.length == slots && of.length == slots && known.length == slots
                    && fixed.length == slots;
        }
    },

    ORDER("each operand stands before its slot") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            return Checker.inOrder(p);
        }
    },

    NEXT("the next value of a state slot stands in a slot of the program") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            return Checker.inRange(next, p.operations.length);
        }
    },

    ZEROS_FOLLOW("a computed slot marked zero is known to be, or its operation vanishes with its operands that are marked") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            return Checker.zerosFollow(p, zero, known);
        }
    },

    ZEROS_RETURN("the next value of a state slot marked zero is marked zero") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            return Checker.zerosReturn(p, next, zero);
        }
    },

    CLASSES_FOLLOW("a computed slot has the operation of its class on operands of equal classes, or keeps one of its class") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            return Checker.classesFollow(p, zero, of);
        }
    },

    CLASSES_RETURN("the next values of state slots of one class are of one class, and fed slots are represented by fed ones") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            return Checker.classesReturn(p, next, of);
        }
    },

    FIXED_FOLLOW("a slot known to be zero is fixed, and a fixed one has fixed operands") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            return Checker.fixedFollow(p, known, fixed);
        }
    },

    FIXED_RETURN("the next value of a fixed state slot is of its class") {
        @Override
        boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
            return Checker.fixedReturn(next, of, fixed);
        }
    };

    private final String says;

    Condition(String says) {
        this.says = says;
    }

    /** Whether it is asked of what is to hold for ever only, not of what is to hold in the first step. */
    boolean looksAhead() {
        return compareTo(CLASSES_RETURN) >= 0 || this == ZEROS_RETURN;
    }

    /** Whether a certificate meets it, if it meets those before. */
    abstract boolean holds(Program p, int[] next, boolean[] zero, int[] of, boolean[] known, boolean[] fixed);

    /** A sentence without its full stop. */
    public String says() {
        return says;
    }
}
