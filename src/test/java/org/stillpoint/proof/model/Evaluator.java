package org.stillpoint.proof.model;

import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.Equality;
import de.uka.ilkd.key.logic.op.IfThenElse;
import de.uka.ilkd.key.logic.op.Junctor;
import de.uka.ilkd.key.logic.op.Operator;
import de.uka.ilkd.key.logic.op.Quantifier;
import de.uka.ilkd.key.logic.op.QuantifiableVariable;
import de.uka.ilkd.key.logic.op.SortDependingFunction;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.contract.Heads;
import org.stillpoint.contract.Kept;
import org.stillpoint.contract.Programs;
import org.stillpoint.contract.Zeros;

/**
 * Computes terms and formulas of KeY in the model of the theory. The values are
 * <ul>
 * <li>of {@code int} a {@link BigInteger}, of {@code boolean} and of a formula a {@link Boolean}, of {@code Q} a reduced
 * {@code BigFraction};
 * <li>of {@code Vec}, {@code Mat}, {@code Stack}, {@code TrainingState}, {@code Activations}, {@code Perm}, {@code Content},
 * {@code Contents}, {@code Code}, {@code Indices} and {@code Marks} the classes of these names in
 * {@code org.stillpoint.contract};
 * <li>of {@code Heap}, {@code Field} and {@code LocSet} a {@code Heap}, {@code Heap.Field} and {@code Heap.Places}, of an object
 * or null a {@code Heap.Reference}. {@code Snapshot} makes a heap of objects of Java.
 * </ul>
 * What has no definition, such as a constant, a program variable or a free variable, has the value that is assigned to its
 * operator. A symbol of the theory means the method of its name in {@code org.stillpoint.contract} ({@link Words}); one of KeY
 * what {@link Primitives} says. A symbol without a meaning is an error. All that there is in a formula is evaluated by need:
 * {@code &}, {@code |}, {@code ->} and {@code \if} stop early.
 *
 * <pre>
 * Evaluator evaluator = new Evaluator(Range.of(-2, 6));
 * boolean holds = evaluator.holds(formula, Map.of(heap, Snapshot.of(arguments), self, new Reference(receiver), ...));
 * </pre>
 */
public final class Evaluator {

    /**
     * What quantifiers range over, in place of all integers and all numbers: integers from one bound to another, which are to lie
     * outside all indices in play, the numbers of {@link Zeros#NUMBERS}, the vectors of {@link Heads#VECTORS}, and the values of
     * any kind of {@link Programs#CONTENTS}.
     *
     * @param element the class that a generic sort stands for
     */
    public record Range(int from, int to, Class<?> element) {

        public static Range of(int from, int to) {
            return new Range(from, to, Object.class);
        }
    }

    private final Range range;
    private final BiConsumer<Term, Boolean> branches;

    public Evaluator(Range range) {
        this(range, (condition, holds) -> { });
    }

    /** @param branches is told each {@code \if} with what its condition was */
    public Evaluator(Range range, BiConsumer<Term, Boolean> branches) {
        this.range = range;
        this.branches = branches;
    }

    public boolean holds(Term formula, Map<? extends Operator, ?> assignment) {
        return (boolean) value(formula, assignment);
    }

    /** The value of a term, given that of each operator without a meaning of its own. */
    public Object value(Term term, Map<? extends Operator, ?> assignment) {
        Map<Operator, Object> values = new HashMap<>();
        assignment.forEach((operator, value) -> values.put(operator, Kept.once(value)));
        return evaluate(term, values);
    }

    /** The value of a term, from values that are kept. */
    Object evaluate(Term term, Map<Operator, Object> values) {
        Operator operator = term.op();
        Object assigned = values.get(operator);
        if (assigned != null) {
            return assigned;
        }
        if (operator instanceof Junctor) {
            return junction(term, values);
        }
        if (operator instanceof Equality) {
            return evaluate(term.sub(0), values).equals(evaluate(term.sub(1), values));
        }
        if (operator instanceof IfThenElse) {
            boolean holds = truth(term.sub(0), values);
            branches.accept(term, holds);
            return evaluate(term.sub(holds ? 1 : 2), values);
        }
        if (operator instanceof Quantifier) {
            return quantified(term, values);
        }
        return application(term, values);
    }

    boolean truth(Term formula, Map<Operator, Object> values) {
        return (boolean) evaluate(formula, values);
    }

    private boolean junction(Term term, Map<Operator, Object> values) {
        Operator operator = term.op();
        if (operator == Junctor.TRUE || operator == Junctor.FALSE) {
            return operator == Junctor.TRUE;
        }
        boolean first = truth(term.sub(0), values);
        if (operator == Junctor.NOT) {
            return !first;
        }
        if (operator == Junctor.AND) {
            return first && truth(term.sub(1), values);
        }
        return operator == Junctor.OR ? first || truth(term.sub(1), values) : !first || truth(term.sub(1), values);
    }

    private boolean quantified(Term term, Map<Operator, Object> values) {
        QuantifiableVariable variable = term.boundVars().get(0);
        Map<Operator, Object> inner = new HashMap<>(values);
        Stream<?> domain = domain(variable);
        boolean all = term.op() == Quantifier.ALL;
        return all == domain.allMatch(value -> {
            inner.put(variable, value);
            return truth(term.sub(0), inner) == all;
        });
    }

    private Stream<?> domain(QuantifiableVariable variable) {
        return switch (variable.sort().name().toString()) {
            case "int" -> IntStream.rangeClosed(range.from(), range.to()).mapToObj(BigInteger::valueOf);
            case "Q" -> Zeros.NUMBERS.stream();
            case "Vec" -> Heads.VECTORS.stream();
            case "Content" -> Programs.CONTENTS.stream();
            default -> throw new IllegalStateException("no values of " + variable.sort() + " to range over");
        };
    }

    private Object application(Term term, Map<Operator, Object> values) {
        String name = term.op().name().toString();
        if (name.equals("Z")) {
            return Primitives.numeral(term.sub(0));
        }
        Object[] arguments = new Object[term.arity()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = evaluate(term.sub(i), values);
        }
        if (term.op() instanceof SortDependingFunction function) {
            return Primitives.ofSort(function, List.of(arguments), range.element());
        }
        return Primitives.has(name) ? Primitives.value(name, List.of(arguments)) : Words.value(name, arguments);
    }
}
