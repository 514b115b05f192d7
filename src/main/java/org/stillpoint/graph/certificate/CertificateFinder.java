package org.stillpoint.graph.certificate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/**
 * Proposes the certificate with the most zeros and the largest classes: everything that may be zero, or equal, is taken to be
 * until it cannot be, in rounds that are linear in the slots each and of which each but the last takes something back
 * (conditional constant propagation, Wegman and Zadeck 1991, of the constant zero; optimistic value numbering, Alpern, Wegman
 * and Zadeck 1988). What it proposes counts only once the checker has accepted it.
 *
 * <p>The largest there is if the operations are monotone: a result that vanishes with some operands vanishes with more of them.
 */
final class CertificateFinder {

    private static final int EMPTY = -1;

    private final Program program;
    /** For the first step, in which no state has changed yet, the state itself. */
    private final int[] next;
    private final boolean[] zero;
    private final int[] of;
    private final boolean[] known;
    private final boolean[] fixed;
    /** Slots by the hash of what they compute, or state slots by the hash of their classes now and next. */
    private final int[] table;

    private CertificateFinder(Question question, Horizon horizon) {
        program = question.program();
        next = horizon == Horizon.FOR_EVER ? question.next() : IntStream.range(0, question.state()).toArray();
        zero = question.givenZeros();
        of = question.givenClasses();
        known = question.zerosOnData();
        fixed = new boolean[zero.length];
        table = new int[Math.max(2, Integer.highestOneBit(zero.length) * 4)];
    }

    /**
     * What holds in the first step or for ever.
     */
    static Certificate find(Question question, Horizon horizon) {
        CertificateFinder finder = new CertificateFinder(question, horizon);
        do {
            finder.findZeros();
            finder.findClasses();
        } while (finder.forgetsWhatChanges());
        finder.forgetWhatFollows();
        return new Certificate(finder.zero, finder.of, finder.known, finder.fixed);
    }

    /** Marks what is zero while the marked state is, until the marked state stays zero. */
    private void findZeros() {
        do {
            for (int s = program.given; s < zero.length; s++) {
                zero[s] = known[s] || vanishes(s);
            }
        } while (unmarksState());
    }

    private boolean unmarksState() {
        boolean unmarked = false;
        for (int i = 0; i < next.length; i++) {
            if (zero[i] && !zero[next[i]]) {
                zero[i] = false;
                unmarked = true;
            }
        }
        return unmarked;
    }

    private boolean vanishes(int s) {
        return program.operations[s].vanishes(zero[program.a[s]], zero[program.b[s]], zero[program.c[s]]);
    }

    /** Numbers what is computed by the classes of the state, until state of one class stays so. */
    private void findClasses() {
        do {
            Arrays.fill(table, EMPTY);
            for (int s = program.given; s < of.length; s++) {
                of[s] = program.operations[s].keeps(zero[program.b[s]], zero[program.c[s]]) ? of[program.a[s]] : firstLike(s);
            }
        } while (partsState());
    }

    /** The first slot with the same operation on operands of the same classes. */
    private int firstLike(int s) {
        Operation operation = program.operations[s];
        int x = of[program.a[s]];
        int y = of[program.b[s]];
        int z = of[program.c[s]];
        int at = spread(((System.identityHashCode(operation) * 31L + x) * 0x9E3779B97F4A7C15L + y) * 0xC2B2AE3D27D4EB4FL + z);
        while (table[at] != EMPTY) {
            int t = table[at];
            if (program.operations[t] == operation && of[program.a[t]] == x && of[program.b[t]] == y && of[program.c[t]] == z) {
                return t;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = s;
        return s;
    }

    /** Lets state slots of one class be of several if their next values are. */
    private boolean partsState() {
        Arrays.fill(table, EMPTY);
        int[] parted = new int[next.length];
        for (int i = 0; i < next.length; i++) {
            parted[i] = firstBound(i);
        }
        boolean parts = !Arrays.equals(parted, 0, next.length, of, 0, next.length);
        System.arraycopy(parted, 0, of, 0, next.length);
        return parts;
    }

    /** The first state slot of the same class now and in the next step. */
    private int firstBound(int i) {
        int at = spread(of[i] * 0x9E3779B97F4A7C15L + of[next[i]]);
        while (table[at] != EMPTY) {
            int j = table[at];
            if (of[j] == of[i] && of[next[j]] == of[next[i]]) {
                return j;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = i;
        return i;
    }

    private int spread(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32) & table.length - 1;
    }

    /** No longer takes what is zero at the start for zero if it depends on what changes. */
    private boolean forgetsWhatChanges() {
        boolean forgets = false;
        for (int s = 0; s < fixed.length; s++) {
            fixed[s] = s < next.length ? of[next[s]] == of[s]
                    : s < program.given || fixed[program.a[s]] && fixed[program.b[s]] && fixed[program.c[s]];
            if (known[s] && !fixed[s]) {
                known[s] = false;
                forgets = true;
            }
        }
        return forgets;
    }

    /** Leaves the data to those slots that are zero for no other reason. */
    private void forgetWhatFollows() {
        for (int s = program.given; s < known.length; s++) {
            known[s] &= !vanishes(s);
        }
    }
}
