package org.stillpoint.graph.certificate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.graph.certificate.Explanation.Step;
import org.stillpoint.graph.certificate.Fact.Same;
import org.stillpoint.graph.certificate.Fact.Unchanged;
import org.stillpoint.graph.certificate.Fact.Zero;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/** All steps by which the facts of a certificate follow from each other, each with as few facts to put it down to as can be. */
final class Derivations {

    private static final int X = 1;
    private static final int Y = 2;
    private static final int Z = 4;

    private final Question question;
    private final Program program;
    private final Certificate certificate;
    private final Horizon horizon;

    /**
     * Derivations.
     *
     * @param certificate one that was found: each class is represented by its first slot
     */
    Derivations(Question question, Certificate certificate, Horizon horizon) {
        this.question = question;
        this.program = question.program();
        this.certificate = certificate;
        this.horizon = horizon;
    }

    /** Whether it is taken from the beginning of a training step, where it is used: a fact about state, or one about the data. */
    boolean isGivenInAStep(Fact fact) {
        if (fact instanceof Zero zero) {
            return zero.slot() < program.given || certificate.isKnown(zero.slot());
        }
        return fact instanceof Unchanged || fact instanceof Same same && same.slot() < program.given;
    }

    /**
     * The steps by which a fact of the certificate follows, one at least.
     */
    List<Step> of(Fact fact) {
        if (fact instanceof Zero zero) {
            return ofZero(zero);
        }
        return fact instanceof Same same ? ofSame(same) : List.of(ofUnchanged((Unchanged) fact));
    }

    private List<Step> ofZero(Zero zero) {
        int s = zero.slot();
        if (s < question.state()) {
            boolean returns = horizon == Horizon.FIRST_STEP || question.next(s) == s;
            return List.of(new Step(zero, Reason.STARTS_ZERO, returns ? List.of() : List.of(new Zero(question.next(s)))));
        }
        if (s < program.given) {
            return List.of(new Step(zero, Reason.FED_ZERO, List.of()));
        }
        if (certificate.isKnown(s)) {
            return List.of(new Step(zero, Reason.ZERO_ON_DATA, stateUnder(s)));
        }
        Operation operation = program.operations[s];
        return leastMarks(s, X | Y | Z, marks -> operation.vanishes((marks & X) != 0, (marks & Y) != 0, (marks & Z) != 0))
                .stream().map(marks -> new Step(zero, Reason.VANISHES, zeros(s, marks))).toList();
    }

    /** The state that a slot depends on, which never changes. */
    private List<Fact> stateUnder(int slot) {
        if (horizon == Horizon.FIRST_STEP) {
            return List.of();
        }
        BitSet under = new BitSet();
        under.set(slot);
        for (int s = slot; s >= program.given; s = under.previousSetBit(s - 1)) {
            under.set(program.a[s]);
            under.set(program.b[s]);
            under.set(program.c[s]);
        }
        return under.stream().filter(s -> s < question.state()).<Fact>mapToObj(Unchanged::new).toList();
    }

    private List<Step> ofSame(Same same) {
        int s = same.slot();
        int t = same.other();
        if (s < question.state()) {
            int next = question.next(s);
            int other = question.next(t);
            boolean stays = horizon == Horizon.FIRST_STEP || next == other;
            return List.of(new Step(same, Reason.START_EQUAL, stays ? List.of() : List.of(Same.of(next, other))));
        }
        if (s < program.given) {
            return List.of(new Step(same, Reason.FED_EQUAL, List.of()));
        }
        List<Step> steps = new ArrayList<>();
        if (t >= program.given && program.operations[s] == program.operations[t]) {
            List<Fact> because = new ArrayList<>();
            if (sameOrEqual(program.a[s], program.a[t], because) && sameOrEqual(program.b[s], program.b[t], because)
                    && sameOrEqual(program.c[s], program.c[t], because)) {
                steps.add(new Step(same, Reason.SAME_OPERATION, because.stream().distinct().toList()));
            }
        }
        steps.addAll(byKeeping(same, s, t, Reason.LATER_KEEPS));
        if (t >= program.given) {
            steps.addAll(byKeeping(same, t, s, Reason.EARLIER_KEEPS));
        }
        return steps;
    }

    /** The steps in which s returns its first operand, which is the same as t. */
    private List<Step> byKeeping(Same same, int s, int t, Reason reason) {
        List<Fact> because = new ArrayList<>();
        if (!sameOrEqual(program.a[s], t, because)) {
            return List.of();
        }
        Operation operation = program.operations[s];
        return leastMarks(s, Y | Z, marks -> operation.keeps((marks & Y) != 0, (marks & Z) != 0)).stream()
                .map(marks -> new Step(same, reason, Stream.concat(because.stream(), zeros(s, marks).stream()).toList()))
                .toList();
    }

    /** Whether the certificate says so; adds the fact, unless they are one slot. */
    private boolean sameOrEqual(int s, int t, List<Fact> because) {
        if (s != t && certificate.of(s) == certificate.of(t)) {
            because.add(Same.of(s, t));
        }
        return certificate.of(s) == certificate.of(t);
    }

    private Step ofUnchanged(Unchanged unchanged) {
        int s = unchanged.slot();
        int next = question.next(s);
        return new Step(unchanged, Reason.NEXT_IS_SAME, next == s ? List.of() : List.of(Same.of(next, s)));
    }

    /** The sets of operands that are zero, do what is asked, and have no smaller such set in them. */
    private List<Integer> leastMarks(int s, int all, IntPredicate does) {
        int zero = marked(s, operand -> certificate.isZero(operand)) & all;
        List<Integer> least = new ArrayList<>();
        IntStream.rangeClosed(0, zero).filter(marks -> (marks & zero) == marks && isWhole(s, marks, all)).boxed()
                .sorted((m, n) -> Integer.bitCount(m) - Integer.bitCount(n)).filter(does::test)
                .forEach(marks -> {
                    if (least.stream().noneMatch(smaller -> (marks & smaller) == smaller)) {
                        least.add(marks);
                    }
                });
        return least;
    }

    /** Whether a slot that is an operand twice is marked twice or not at all. */
    private boolean isWhole(int s, int marks, int all) {
        return (marked(s, operand -> zeros(s, marks).contains(new Zero(operand))) & all) == marks;
    }

    private int marked(int s, IntPredicate operand) {
        return (operand.test(program.a[s]) ? X : 0) | (operand.test(program.b[s]) ? Y : 0) | (operand.test(program.c[s]) ? Z : 0);
    }

    private List<Fact> zeros(int s, int marks) {
        TreeSet<Integer> slots = new TreeSet<>();
        if ((marks & X) != 0) {
            slots.add(program.a[s]);
        }
        if ((marks & Y) != 0) {
            slots.add(program.b[s]);
        }
        if ((marks & Z) != 0) {
            slots.add(program.c[s]);
        }
        return slots.stream().<Fact>map(Zero::new).toList();
    }
}
