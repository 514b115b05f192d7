package org.stillpoint.graph.certificate;

import java.util.List;
import org.stillpoint.graph.certificate.Explanation.Step;
import org.stillpoint.graph.certificate.Fact.Same;
import org.stillpoint.graph.certificate.Fact.Unchanged;
import org.stillpoint.graph.certificate.Fact.Zero;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/** Reads each step of an explanation again, from the program, the start and what is fed, with no certificate at hand. */
record StepCheck(Question question, Horizon horizon) {

    /** Whether the fact follows from what it is put down to. */
    boolean follows(Step step) {
        List<Fact> because = step.because();
        if (step.fact() instanceof Zero zero) {
            int s = zero.slot();
            return switch (step.reason()) {
                case FED_ZERO -> isFed(s) && question.feed().isZero(s - question.state()) && because.isEmpty();
                case STARTS_ZERO -> s < question.state() && question.givenZeros()[s]
                        && (horizon == Horizon.FIRST_STEP || question.next(s) == s
                        || because.contains(new Zero(question.next(s))));
                case VANISHES -> operation(s).vanishes(isZero(program().a[s], because), isZero(program().b[s], because),
                        isZero(program().c[s], because));
                case ZERO_ON_DATA -> question.zerosOnData()[s] && (horizon == Horizon.FIRST_STEP || dependsOnlyOn(s, because));
                default -> false;
            };
        }
        if (step.fact() instanceof Same same) {
            int s = same.slot();
            int t = same.other();
            return switch (step.reason()) {
                case FED_EQUAL -> isFed(s) && isFed(t) && question.feed().of(s - question.state())
                        == question.feed().of(t - question.state());
                case START_EQUAL -> s < question.state() && question.givenClasses()[s] == question.givenClasses()[t]
                        && (horizon == Horizon.FIRST_STEP || isSame(question.next(s), question.next(t), because));
                case LATER_KEEPS -> keeps(s, t, because);
                case EARLIER_KEEPS -> t >= program().given && keeps(t, s, because);
                case SAME_OPERATION -> t >= program().given && operation(s) == operation(t)
                        && isSame(program().a[s], program().a[t], because) && isSame(program().b[s], program().b[t], because)
                        && isSame(program().c[s], program().c[t], because);
                default -> false;
            };
        }
        int s = ((Unchanged) step.fact()).slot();
        return step.reason() == Reason.NEXT_IS_SAME && s < question.state() && isSame(question.next(s), s, because);
    }

    /**
     * Whether it stands before the fact in a training step, or at its beginning: then no circle of facts holds itself up.
     */
    boolean isBefore(Fact because, Fact fact) {
        if (fact instanceof Unchanged || last(fact) < program().given) {
            return true;
        }
        return because instanceof Unchanged || because instanceof Same == fact instanceof Same && sum(because) < sum(fact)
                || because instanceof Zero && last(because) < last(fact);
    }

    private static int last(Fact fact) {
        return fact instanceof Zero zero ? zero.slot() : fact instanceof Same same ? same.slot() : ((Unchanged) fact).slot();
    }

    private static int sum(Fact fact) {
        return last(fact) + (fact instanceof Same same ? same.other() : 0);
    }

    private boolean keeps(int s, int kept, List<Fact> because) {
        return operation(s).keeps(isZero(program().b[s], because), isZero(program().c[s], because))
                && isSame(program().a[s], kept, because);
    }

    private boolean dependsOnlyOn(int s, List<Fact> because) {
        return s < question.state() ? because.contains(new Unchanged(s)) : s < program().given
                || dependsOnlyOn(program().a[s], because) && dependsOnlyOn(program().b[s], because)
                && dependsOnlyOn(program().c[s], because);
    }

    private static boolean isZero(int slot, List<Fact> because) {
        return because.contains(new Zero(slot));
    }

    private static boolean isSame(int s, int t, List<Fact> because) {
        return s == t || because.contains(new Same(Math.max(s, t), Math.min(s, t)));
    }

    private boolean isFed(int slot) {
        return slot >= question.state() && slot < program().given;
    }

    private Operation operation(int slot) {
        return program().operations[slot];
    }

    private Program program() {
        return question.program();
    }
}
