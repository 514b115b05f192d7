package org.stillpoint.graph.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Checker;
import org.stillpoint.kernel.graph.Program;

/**
 * A training of which it is asked what it can never do: a program, its start, and what is known of what it is fed.
 */
public final class Question {

    private final Program program;
    private final int[] next;
    private final Object[] start;
    private final FeedFacts feed;
    private final Predicate<Object> isZero;
    private final Names names;

    /**
     * A question.
     *
     * @param next for each state slot the slot that holds its value in the next step
     * @param start the values of the state slots, compared by {@code equals}
     * @param feed of the slots between the state and what is computed
     * @param isZero whether a value is zero
     * @param names for explanations
     * @throws DomainException if the parts do not fit each other
     */
    public Question(Program program, int[] next, Object[] start, FeedFacts feed, Predicate<Object> isZero,
                    Names names) {
        if (start.length != next.length) {
            throw new DomainException(start.length + " values to start from, expected one for each of the "
                    + next.length + " state slots");
        }
        if (next.length + feed.slots() != program.given) {
            throw new DomainException(program.given + " slots are given to the program, expected " + next.length
                    + " of state and " + feed.slots() + " that are fed");
        }
        if (!Checker.inRange(next, program.operations.length)) {
            throw new DomainException("a state slot has its next value in a slot that is not there, expected one from 0 to "
                    + (program.operations.length - 1));
        }
        if (!Checker.inOrder(program)) {
            throw new DomainException("a slot has an operand that is not before it, expected earlier slots only");
        }
        this.program = program;
        this.next = next.clone();
        this.start = start.clone();
        this.feed = feed;
        this.isZero = isZero;
        this.names = names;
    }

    Program program() {
        return program;
    }

    /** How many state slots there are, the first ones. */
    int state() {
        return next.length;
    }

    int slots() {
        return program.operations.length;
    }

    int next(int slot) {
        return next[slot];
    }

    String name(int slot) {
        return names.of(slot);
    }

    FeedFacts feed() {
        return feed;
    }

    int[] next() {
        return next.clone();
    }

    /** Marks of the given slots that are zero: at the start, and whatever is fed. The others are not marked. */
    boolean[] givenZeros() {
        boolean[] zero = new boolean[slots()];
        for (int s = 0; s < program.given; s++) {
            zero[s] = s < state() ? isZero.test(start[s]) : feed.isZero(s - state());
        }
        return zero;
    }

    /** For each given slot the first one that is equal: at the start, and whatever is fed. For the others 0. */
    int[] givenClasses() {
        int[] of = new int[slots()];
        Map<Object, Integer> first = new HashMap<>();
        for (int s = 0; s < program.given; s++) {
            if (s < state()) {
                Integer seen = first.putIfAbsent(start[s], s);
                of[s] = seen == null ? s : seen;
            } else {
                of[s] = state() + feed.of(s - state());
            }
        }
        return of;
    }

    /** Marks of the computed slots that are zero at the start for every row of the data; none without data. */
    boolean[] zerosOnData() {
        boolean[] zero = new boolean[slots()];
        List<List<Object>> rows = feed.rows();
        for (int r = 0; r < rows.size(); r++) {
            Object[] given = new Object[program.given];
            for (int s = 0; s < given.length; s++) {
                given[s] = s < state() ? start[s] : rows.get(r).get(s - state());
            }
            Object[] values = Program.run(program, given);
            for (int s = program.given; s < values.length; s++) {
                zero[s] = (r == 0 || zero[s]) && isZero.test(values[s]);
            }
        }
        return zero;
    }
}
