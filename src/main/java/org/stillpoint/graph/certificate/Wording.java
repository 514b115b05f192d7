package org.stillpoint.graph.certificate;

import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.graph.certificate.Explanation.Step;
import org.stillpoint.graph.certificate.Fact.Same;
import org.stillpoint.graph.certificate.Fact.Unchanged;
import org.stillpoint.graph.certificate.Fact.Zero;
import org.stillpoint.graph.operation.OperationName;
import org.stillpoint.kernel.graph.Program;

/** Says an explanation in words. */
final class Wording {

    private final Question question;
    private final Program program;
    private final Horizon horizon;

    Wording(Question question, Horizon horizon) {
        this.question = question;
        this.program = question.program();
        this.horizon = horizon;
    }

    String of(Explanation explanation) {
        return explanation.steps().stream().map(step -> fact(step.fact()) + ", because " + because(step) + "\n")
                .collect(Collectors.joining());
    }

    private String fact(Fact fact) {
        if (fact instanceof Zero zero) {
            return name(zero.slot()) + (isState(zero.slot()) && forEver() ? " stays zero" : " is zero");
        }
        if (fact instanceof Same same) {
            return name(same.slot()) + " and " + name(same.other())
                    + (isState(same.slot()) && forEver() ? " stay equal" : " are equal");
        }
        return name(((Unchanged) fact).slot()) + (forEver() ? " never changes" : " does not change");
    }

    private String because(Step step) {
        return switch (step.reason()) {
            case FED_ZERO -> "nothing else is fed";
            case STARTS_ZERO -> "it starts at zero" + returns(((Zero) step.fact()).slot());
            case VANISHES -> step.because().isEmpty() ? call(((Zero) step.fact()).slot()) + " is zero whatever its operands are"
                    : call(((Zero) step.fact()).slot()) + " is zero with " + zeros(step);
            case ZERO_ON_DATA -> "it is zero on all data at the start" + dependsOn(step);
            case FED_EQUAL -> "the same is fed to both";
            case START_EQUAL -> "they start equal" + returnEqual((Same) step.fact());
            case LATER_KEEPS -> keeps(step, ((Same) step.fact()).slot(), ((Same) step.fact()).other());
            case EARLIER_KEEPS -> keeps(step, ((Same) step.fact()).other(), ((Same) step.fact()).slot());
            case SAME_OPERATION -> sameOperation(step, (Same) step.fact());
            case NEXT_IS_SAME -> nextIsSame(((Unchanged) step.fact()).slot());
        };
    }

    private String returns(int slot) {
        int next = question.next(slot);
        return !forEver() ? "" : next == slot ? " and no step changes it" : " and its next value, " + name(next) + ", is zero";
    }

    private String returnEqual(Same same) {
        int next = question.next(same.slot());
        int other = question.next(same.other());
        return !forEver() ? "" : next == other ? " and have one next value, " + name(next)
                : " and so are their next values, " + name(next) + " and " + name(other);
    }

    private String dependsOn(Step step) {
        List<String> state = step.because().stream().map(fact -> name(((Unchanged) fact).slot())).toList();
        return !forEver() ? "" : state.isEmpty() ? " and depends on no state"
                : " and depends on no other state than " + list(state) + ", which never "
                + (state.size() == 1 ? "changes" : "change");
    }

    private String nextIsSame(int slot) {
        int next = question.next(slot);
        return next == slot ? "no step changes it" : "its next value, " + name(next) + ", is equal to it";
    }

    /** One slot returns its first operand, which is the other one or equal to it. */
    private String keeps(Step step, int keeper, int other) {
        List<Fact> zeros = step.because().stream().filter(Zero.class::isInstance).toList();
        String when = zeros.isEmpty() ? "" : " when " + zeros(step) + (zeros.size() == 1 ? " is zero" : " are zero");
        int kept = program.a[keeper];
        return call(keeper) + " is " + name(kept) + when + (kept == other ? "" : ", which is equal to " + name(other));
    }

    private String sameOperation(Step step, Same same) {
        return call(same.slot()) + " and " + call(same.other()) + " are the same operation on "
                + (step.because().isEmpty() ? "the same operands" : "equal operands");
    }

    private String zeros(Step step) {
        return list(step.because().stream().filter(Zero.class::isInstance).map(fact -> name(((Zero) fact).slot())).toList());
    }

    private static String list(List<String> items) {
        int last = items.size() - 1;
        return last <= 0 ? String.join("", items) : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    private String call(int slot) {
        return OperationName.withOperands(program.operations[slot],
                List.of(name(program.a[slot]), name(program.b[slot]), name(program.c[slot])));
    }

    private String name(int slot) {
        return question.name(slot);
    }

    private boolean isState(int slot) {
        return slot < question.state();
    }

    private boolean forEver() {
        return horizon == Horizon.FOR_EVER;
    }
}
