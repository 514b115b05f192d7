package org.stillpoint.graph.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;
import org.stillpoint.tensor.Zeros;

/**
 * A training program in the making. Lines of any kind come in any order; they get their slots when all are there, as state and
 * what is fed stand before what is computed. Equal operations become the same object, by which slots are compared.
 */
public final class Draft {

    private final List<Line> state = new ArrayList<>();
    private final List<Line> fed = new ArrayList<>();
    private final List<Line> computed = new ArrayList<>();
    private final Map<Operation, Operation> operations = new HashMap<>();
    private final Map<String, Line> shared = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    Draft() {
    }

    /** A slot to be. */
    public static final class Line {

        private final Slot slot;
        private final Optional<Object> start;
        private final Optional<Computed> made;
        private Line next;

        private Line(Slot slot, Optional<Object> start, Optional<Computed> made) {
            this.slot = slot;
            this.start = start;
            this.made = made;
            this.next = this;
        }

        public String name() {
            return slot.name();
        }

        /** Zeros in the shape of what state starts from: without entries where those of the start are elsewhere. */
        Object zeros(Shape shape) {
            return start.filter(value -> value instanceof Content && !(value instanceof Tensor)).isPresent()
                    ? new Zeros(shape) : Tensor.zeros(shape).value();
        }
    }

    /** What a line computes. */
    private record Computed(Operation operation, List<Line> operands) {
    }

    /** State of this role, which keeps its value until {@link #next} says otherwise. */
    Line state(Role role, String name, Object start) {
        Line line = new Line(new Slot(unused(name), role, Optional.of(shapeOf(start))), Optional.of(start),
                Optional.empty());
        state.add(line);
        return line;
    }

    private static Shape shapeOf(Object start) {
        return start instanceof Content content ? content.shape() : Tensor.ofValue(start).shape();
    }

    Line input(String name, Optional<Shape> shape) {
        Line line = new Line(new Slot(unused(name), Role.FED, shape), Optional.empty(), Optional.empty());
        fed.add(line);
        return line;
    }

    /** State of the optimiser, such as a velocity, from this start on. */
    public Line memory(String name, Object start) {
        return state(Role.MEMORY, name, start);
    }

    /**
     * A number that is fed in each step, such as a rate; asked for again by its name, it is the same line.
     *
     * @throws DomainException if something else has this name
     */
    public Line rate(String name) {
        return once("rate " + name, key -> {
            if (names.containsKey(name)) {
                throw new DomainException("a node with the name \"" + name + "\", which the optimiser needs for a number that is"
                        + " fed, expected another name");
            }
            return input(name, Optional.of(Shape.NUMBER));
        });
    }

    /** The line that was made for this key, made now if there is none: what is the same for all parameters. */
    public Line once(String key, Function<String, Line> made) {
        Line line = shared.get(key);
        if (line == null) {
            line = made.apply(key);
            shared.put(key, line);
        }
        return line;
    }

    /** A line of the update: an operation of one to three others. */
    public Line update(String name, Operation operation, Line... operands) {
        return computed(new Slot(unused(name), Role.UPDATE, Optional.empty()), operation, operands);
    }

    /** An error, or what is computed for one. */
    Line backward(String name, Operation operation, Line... operands) {
        return computed(new Slot(unused(name), Role.BACKWARD, Optional.empty()), operation, operands);
    }

    Line forward(String name, Optional<Shape> shape, Operation operation, Line... operands) {
        return computed(new Slot(unused(name), Role.FORWARD, shape), operation, operands);
    }

    /** An operation that has fewer operands is given its first again. */
    private Line computed(Slot slot, Operation operation, Line... operands) {
        List<Line> three = Stream.concat(Arrays.stream(operands), Stream.generate(() -> operands[0])).limit(3).toList();
        Line line = new Line(slot, Optional.empty(),
                Optional.of(new Computed(operations.computeIfAbsent(operation, same -> same), three)));
        computed.add(line);
        return line;
    }

    /**
     * Says what a line of state is in the next step.
     *
     * @throws DomainException if it is no state
     */
    public void next(Line line, Line next) {
        if (line.start.isEmpty()) {
            throw new DomainException("a next value of \"" + line.name() + "\", expected a parameter or a memory");
        }
        line.next = next;
    }

    /** The name itself, or with a number if there is a line of this name. */
    private String unused(String name) {
        int times = names.merge(name, 1, Integer::sum);
        return times == 1 ? name : unused(name + " (" + times + ")");
    }

    /** The slot of each line. */
    Map<Line, Integer> slots() {
        Map<Line, Integer> slots = new IdentityHashMap<>();
        lines().forEach(line -> slots.put(line, slots.size()));
        return slots;
    }

    private Stream<Line> lines() {
        return Stream.of(state, fed, computed).flatMap(List::stream);
    }

    /** The program of all lines. */
    TrainingProgram finish(Differentiation differentiation) {
        Map<Line, Integer> slots = slots();
        int given = state.size() + fed.size();
        Operation[] code = new Operation[given + computed.size()];
        int[][] operands = new int[3][code.length];
        for (Line line : computed) {
            int s = slots.get(line);
            Computed made = line.made.orElseThrow();
            code[s] = made.operation;
            for (int i = 0; i < operands.length; i++) {
                operands[i][s] = slots.get(made.operands.get(i));
            }
        }
        return new TrainingProgram(new Program(given, code, operands[0], operands[1], operands[2]),
                state.stream().mapToInt(line -> slots.get(line.next)).toArray(), lines().map(line -> line.slot).toList(),
                state.stream().map(line -> line.start.orElseThrow()).toList(), differentiation);
    }
}
