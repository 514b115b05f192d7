package org.stillpoint.proof.model;

import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.Equality;
import de.uka.ilkd.key.logic.op.JFunction;
import de.uka.ilkd.key.logic.op.Operator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Activations;
import org.stillpoint.contract.Code;
import org.stillpoint.contract.Contents;
import org.stillpoint.contract.Heap;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Indices;
import org.stillpoint.contract.Marks;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Memory;
import org.stillpoint.contract.Perm;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.TrainingState;
import org.stillpoint.contract.Vec;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.proof.model.Statement.Condition;

/**
 * One try of a statement: values are drawn from a world, and drawn again one by one until what the statement assumes is true, if
 * that can be had soon. In some tries one of them is then changed in one place, so that what was true is nearly true.
 */
final class Trial {

    private static final int REDRAWN = 30;
    private static final String NUMBER = BigFraction.class.getName();
    private static final List<Class<?>> ELEMENTS = List.of(Object.class, BigFraction.class, BigFraction[].class,
            BigFraction[][].class, ActivationFunction.class, Operation.class);

    private final Statement statement;
    private final World world;
    private final Draw draw;
    private final Class<?> element;
    private final int margin;
    private Map<Operator, Object> values = new HashMap<>();

    Trial(Statement statement, World world) {
        this.statement = statement;
        this.world = world;
        draw = world.draw();
        element = draw.oneIn(2) ? Object.class : draw.of(ELEMENTS);
        margin = statement.nesting() > 2 ? 0 : 1;
        boolean faithful = !draw.oneIn(3);
        statement.variables()
                .forEach(variable -> values.put(variable, world.value(sort(variable), Statement.name(variable), faithful)));
        statement.memories().forEach(memory -> values.put(memory, NumberOperations.memory()));
        if (draw.oneIn(2)) {
            statement.variables().forEach(variable -> drawPair(variable, values));
        }
        if (!draw.oneIn(3)) {
            statement.applications().forEach(this::drawArguments);
        }
        List<Condition> goal = statement.isEquivalence() && draw.oneIn(2) ? with(statement.assumptions(), statement.wishes())
                : statement.assumptions();
        makeTrue(goal);
        if (draw.oneIn(statement.isEquivalence() ? 2 : 4) && !statement.variables().isEmpty()) {
            JFunction variable = draw.of(List.copyOf(statement.variables()));
            // of the objects only those of its class are values of a variable that has one
            values.put(variable, sort(variable).equals(NUMBER) ? Sorts.any(NUMBER, draw)
                    : Sorts.changed(values.get(variable), draw));
        }
    }

    private static List<Condition> with(List<Condition> some, List<Condition> others) {
        List<Condition> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static String sort(JFunction variable) {
        return variable.sort().name().toString();
    }

    /** Gives a variable and the one that is called like it with a 2 behind values that belong together. */
    private boolean drawPair(JFunction variable, Map<Operator, Object> drawn) {
        JFunction second = statement.variables().stream()
                .filter(other -> other.name().toString().equals(variable.name() + "2") && other.sort() == variable.sort())
                .findFirst().orElse(null);
        List<Object> pair = second == null || draw.oneIn(2) ? null : world.pairOf(sort(variable));
        if (pair != null) {
            drawn.put(second, pair.get(0));
            drawn.put(variable, pair.get(1));
        }
        return pair != null;
    }

    /** Gives the variables that a word is said of values that belong together, if the world has some. */
    private void drawArguments(Term application) {
        List<Object> arguments = world.argumentsOf(application.op().name().toString());
        for (int i = 0; i < arguments.size(); i++) {
            values.put(application.sub(i).op(), arguments.get(i));
        }
    }

    private void makeTrue(List<Condition> goal) {
        List<Condition> failing = failing(goal, values);
        for (int redrawn = 0; redrawn < REDRAWN && !failing.isEmpty(); redrawn++) {
            Map<Operator, Object> changed = new HashMap<>(values);
            redraw(draw.of(failing), changed);
            List<Condition> failingNow = failing(goal, changed);
            if (failingNow.size() <= failing.size()) {
                failing = failingNow;
                values = changed;
            }
        }
    }

    private List<Condition> failing(List<Condition> conditions, Map<Operator, Object> assignment) {
        Evaluator evaluator = new Evaluator(range(assignment));
        return conditions.stream().filter(condition -> evaluator.truth(condition.formula(), assignment) != condition.holds())
                .toList();
    }

    /** A variable in an equation takes the value of the other side; any other one in a condition takes another value. */
    private void redraw(Condition condition, Map<Operator, Object> changed) {
        Term formula = condition.formula();
        if (condition.holds() && formula.op() instanceof Equality) {
            for (int side = 0; side < 2; side++) {
                if (Statement.isVariable(formula.sub(side).op()) && draw.oneIn(2 - side)) {
                    changed.put(formula.sub(side).op(), new Evaluator(range(values)).evaluate(formula.sub(1 - side), values));
                    return;
                }
            }
        }
        List<JFunction> variables = List.copyOf(variables(formula, new LinkedHashSet<>()));
        if (variables.isEmpty()) {
            return;
        }
        JFunction variable = draw.of(variables);
        if (!drawPair(variable, changed)) {
            changed.put(variable, draw.oneIn(2) ? world.value(sort(variable), Statement.name(variable), true)
                    : world.any(sort(variable)));
        }
    }

    private static Set<JFunction> variables(Term term, Set<JFunction> found) {
        if (Statement.isVariable(term.op())) {
            found.add((JFunction) term.op());
        }
        term.subs().forEach(sub -> variables(sub, found));
        return found;
    }

    /** Past all indices in play on both sides. */
    private Evaluator.Range range(Map<Operator, Object> assignment) {
        int largest = 1;
        int least = -1;
        for (Object value : assignment.values()) {
            largest = Math.max(largest, largest(value));
            least = value instanceof BigInteger n ? Math.min(least, n.intValueExact() - 1) : least;
        }
        return new Evaluator.Range(least, largest + margin, element);
    }

    private static int largest(Object value) {
        if (value instanceof Vec v) {
            return v.entries().size();
        }
        if (value instanceof Mat m) {
            return Math.max(m.entries().size(), m.entries().stream().mapToInt(Trial::largest).max().orElse(0));
        }
        if (value instanceof Stack s) {
            return Math.max(s.entries().size(), s.entries().stream().mapToInt(Trial::largest).max().orElse(0));
        }
        if (value instanceof TrainingState t) {
            return Math.max(Math.max(largest(t.w()), largest(t.b())), Math.max(largest(t.vw()), largest(t.vb())));
        }
        if (value instanceof Perm p) {
            return Math.max(p.length(), p.held().values().stream().mapToInt(swap -> swap + 1).max().orElse(0));
        }
        if (value instanceof Activations f) {
            return f.count() + 1;
        }
        if (value instanceof Heap h) {
            return h.held().keySet().stream().map(place -> place.field().name()).filter(BigInteger.class::isInstance)
                    .mapToInt(index -> ((BigInteger) index).intValueExact()).max().orElse(0) + 1;
        }
        if (value instanceof Contents u) {
            return u.entries().size();
        }
        if (value instanceof Indices x) {
            return largest(x.held().keySet(), x.held().values());
        }
        if (value instanceof Marks z) {
            return largest(z.marked(), Set.of());
        }
        if (value instanceof Code t) {
            return Stream.of(t.slots(), t.given(), largest(t.operations().keySet(), Set.of()), largest(t.first()),
                    largest(t.second()), largest(t.third())).mapToInt(Integer::intValue).max().orElse(0);
        }
        return value instanceof BigInteger n ? n.intValueExact() : value instanceof Reference object
                ? Memory.length(object.target()) : 0;
    }

    private static int largest(Collection<Integer> some, Collection<Integer> others) {
        return Stream.concat(some.stream(), others.stream()).mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    boolean assumptionsHold() {
        return failing(statement.assumptions(), values).isEmpty();
    }

    /** Whether the statement is true of the values. */
    boolean isTrue(BiConsumer<Term, Boolean> branches) {
        return new Evaluator(range(values), branches).truth(statement.formula(), values);
    }

    /** Whether a side of an equivalence is true of the values. */
    boolean sideHolds() {
        return failing(statement.wishes().subList(0, 1), values).isEmpty();
    }

    /** The values, by the names of the rule's variables. */
    Map<String, Object> values() {
        Map<String, Object> named = new TreeMap<>();
        statement.variables().forEach(variable -> named.put(Statement.name(variable), values.get(variable)));
        return named;
    }
}
