package org.stillpoint.graph.certificate;

import java.util.Arrays;
import java.util.Optional;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Checker;
import org.stillpoint.kernel.graph.Program;

/**
 * Marks on the slots of a program from which, if the checker accepts them, it follows what never happens. Immutable, and
 * packed for millions of slots.
 */
public final class Certificate {

    private final boolean[] zero;
    private final int[] of;
    private final boolean[] known;
    private final boolean[] fixed;

    /**
     * A certificate, valid or not.
     *
     * @param zero the slots that hold zero in every step
     * @param of for each slot the one that represents its class: one that holds the same in every step
     * @param known the computed slots that hold zero at the start whatever is fed
     * @param fixed the slots that depend on nothing that changes but what is fed
     * @throws DomainException if they speak of different numbers of slots
     */
    public Certificate(boolean[] zero, int[] of, boolean[] known, boolean[] fixed) {
        if (of.length != zero.length || known.length != zero.length || fixed.length != zero.length) {
            throw new DomainException("marks on " + zero.length + ", " + of.length + ", " + known.length + " and "
                    + fixed.length + " slots, expected as many each");
        }
        this.zero = zero.clone();
        this.of = of.clone();
        this.known = known.clone();
        this.fixed = fixed.clone();
    }

    /** How many slots it speaks of. */
    public int slots() {
        return zero.length;
    }

    /** Whether a slot is marked as zero in every step. */
    public boolean isZero(int slot) {
        return zero[slot];
    }

    /** The slot that represents the class of this one. */
    public int of(int slot) {
        return of[slot];
    }

    /** Whether a slot is marked as zero at the start whatever is fed. */
    public boolean isKnown(int slot) {
        return known[slot];
    }

    /** Whether a slot is marked as one that depends on nothing that changes. */
    public boolean isFixed(int slot) {
        return fixed[slot];
    }

    /** What the proved checker says of it. */
    public boolean isValid(Program program, int[] next, Horizon horizon) {
        return horizon == Horizon.FOR_EVER ? Checker.isValid(program, next, zero, of, known, fixed)
                : Checker.isTraining(program, next) && Checker.followsInARun(program, zero, of, known);
    }

    /** The first condition of the checker that it does not meet; empty if it is valid. */
    public Optional<Condition> broken(Program program, int[] next, Horizon horizon) {
        return Arrays.stream(Condition.values()).filter(condition -> horizon == Horizon.FOR_EVER || !condition.looksAhead())
                .filter(condition -> !condition.holds(program, next, zero, of, known, fixed)).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && Arrays.equals(zero, that.zero) && Arrays.equals(of, that.of)
                && Arrays.equals(known, that.known) && Arrays.equals(fixed, that.fixed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(zero) + Arrays.hashCode(of);
    }
}
