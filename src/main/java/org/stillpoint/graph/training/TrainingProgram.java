package org.stillpoint.graph.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.model.Source;
import org.stillpoint.kernel.graph.Checker;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.kernel.graph.Training;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** The training of a model, step after step the same program; immutable. Values are numbers, and tensors with axes. */
public final class TrainingProgram {

    private final Program program;
    private final int[] next;
    private final List<Slot> slots;
    private final List<Object> start;
    private final Differentiation differentiation;
    private final Map<String, Integer> byName = new HashMap<>();

    /**
     * A program with what is known of it.
     *
     * @param next for each slot of state, the one that holds its value in the next step
     * @param slots one for each slot: state, then what is fed, then what is computed
     * @param start one value for each slot of state
     * @throws DomainException if the parts do not fit each other
     */
    public TrainingProgram(Program program, int[] next, List<Slot> slots, List<Object> start, Differentiation differentiation) {
        this.program = copy(program);
        this.next = next.clone();
        this.slots = List.copyOf(slots);
        this.start = List.copyOf(start);
        this.differentiation = differentiation;
        requireFit();
        for (int s = 0; s < slots.size(); s++) {
            byName.put(slots.get(s).name(), s);
        }
        if (byName.size() < slots.size()) {
            throw new DomainException(slots.size() + " slots with " + byName.size() + " names, expected a name for each");
        }
    }

    /**
     * The training of a graph: forward part, derivatives by reverse mode, update.
     *
     * @throws DomainException if the graph has no loss, or a parameter on which it does not depend, or a node with the name of a
     *     rate of the optimiser
     */
    public static TrainingProgram of(Graph graph, Optimiser optimiser) {
        Draft draft = new Draft();
        ReverseMode mode = ReverseMode.of(draft, graph);
        List<Node> parameters = graph.nodes().stream().filter(node -> node.source() instanceof Source.Parameter).toList();
        List<Optimiser.Gradient> gradients = optimiser.prepared(draft,
                parameters.stream().map(node -> new Optimiser.Gradient(mode.error(node), node.shape())).toList());
        for (int i = 0; i < gradients.size(); i++) {
            Draft.Line parameter = mode.value(parameters.get(i));
            Optimiser.Gradient gradient = gradients.get(i);
            draft.next(parameter, optimiser.update(draft, parameter, gradient.shape(), gradient.line()));
        }
        return draft.finish(mode.differentiation());
    }

    private void requireFit() {
        int size = program.operations.length;
        if (slots.size() != size || start.size() != next.length) {
            throw new DomainException(slots.size() + " slots and " + start.size() + " starts of a program of " + size
                    + " slots with " + next.length + " next values, expected one for each");
        }
        for (int s = 0; s < size; s++) {
            Role role = slots.get(s).role();
            if (role.isState() != s < next.length || role.isGiven() != s < program.given) {
                throw new DomainException("slot " + s + " \"" + slots.get(s).name() + "\" has the role " + role
                        + ", expected state, then what is fed, then what is computed");
            }
        }
        if (!Checker.inOrder(program) || !Checker.inRange(next, size)) {
            throw new DomainException("a slot with an operand that is not before it, or a next value that is no slot,"
                    + " expected straight-line code");
        }
    }

    /**
     * The same program from another start.
     *
     * @param values for parameters, frozen ones, constants and memories, by name; all others start as before
     * @throws DomainException if a name is not that of state, or a value has another shape
     */
    public TrainingProgram withStart(Map<String, ?> values) {
        Object[] other = start.toArray();
        values.forEach((name, value) -> {
            int slot = slot(name);
            Tensor given = Tensor.ofValue(value);
            if (slot >= other.length || !slots.get(slot).shape().equals(Optional.of(given.shape()))) {
                throw new DomainException("\"" + name + "\" starts with a value of shape " + given.shape() + ", expected "
                        + (slot < other.length ? slots.get(slot).shape().orElseThrow() : "the name of a slot of state"));
            }
            other[slot] = given.value();
        });
        return new TrainingProgram(program, next, slots, List.of(other), differentiation);
    }

    /** The program, for the kernel: a copy. */
    public Program program() {
        return copy(program);
    }

    /** For each slot of state, the one that holds its value in the next step: a copy. */
    public int[] next() {
        return next.clone();
    }

    /** How many slots there are. */
    public int size() {
        return slots.size();
    }

    /** How many slots of state there are; they come first. */
    public int state() {
        return next.length;
    }

    public List<Slot> slots() {
        return slots;
    }

    /** The values of the state before the first step. */
    public List<Object> start() {
        return start;
    }

    /** What the forward part is, and where the derivatives of the loss are. */
    public Differentiation differentiation() {
        return differentiation;
    }

    /** @throws DomainException if no slot has this name */
    public int slot(String name) {
        Integer slot = byName.get(name);
        if (slot == null) {
            throw new DomainException("no slot with the name \"" + name + "\", expected one of the program's names");
        }
        return slot;
    }

    public String name(int slot) {
        return slots.get(slot).name();
    }

    /** The slots of a role, in order. */
    public List<Integer> slots(Role role) {
        return IntStream.range(0, size()).filter(s -> slots.get(s).role() == role).boxed().toList();
    }

    /**
     * The same values in every step, by name.
     *
     * @throws DomainException if a name that is fed is missing, another is there, or a value has another shape
     */
    public Feed feed(Map<String, ?> values) {
        Map<Integer, Object> bySlot = bySlot(values, "");
        return (step, slot) -> bySlot.get(slot);
    }

    /**
     * The values of each step, by name; the first step is step 0. What a step is given is asked for and checked before its first
     * value is used.
     */
    public Feed feed(IntFunction<? extends Map<String, ?>> values) {
        Map<Integer, Map<Integer, Object>> byStep = new HashMap<>();
        return (step, slot) -> byStep.computeIfAbsent(step, key -> bySlot(values.apply(key), " in step " + (key + 1))).get(slot);
    }

    private Map<Integer, Object> bySlot(Map<String, ?> values, String where) {
        Map<Integer, Object> bySlot = new HashMap<>();
        for (int slot : slots(Role.FED)) {
            String name = name(slot);
            Optional<Shape> shape = slots.get(slot).shape();
            if (!values.containsKey(name)) {
                throw new DomainException("nothing is fed to \"" + name + "\"" + where + ", expected a value"
                        + shape.map(known -> " of shape " + known).orElse(""));
            }
            Tensor given = Tensor.ofValue(values.get(name));
            if (shape.isPresent() && !given.shape().equals(shape.get())) {
                throw new DomainException("\"" + name + "\" is fed a value of shape " + given.shape() + where + ", expected "
                        + shape.get());
            }
            bySlot.put(slot, given.value());
        }
        if (bySlot.size() < values.size()) {
            List<String> fed = slots(Role.FED).stream().map(this::name).toList();
            throw new DomainException("values are fed to " + values.keySet().stream().sorted().toList() + where + ", expected "
                    + fed);
        }
        return bySlot;
    }

    /**
     * The state after this many steps of the kernel's training.
     *
     * @throws IllegalArgumentException if an operation does not take the values of its operands
     */
    public List<Object> run(int steps, Feed feed) {
        return List.of(Training.train(program, next, start.toArray(), feed, steps));
    }

    /** What every slot holds in each of the first steps. */
    public List<Step> steps(int steps, Feed feed) {
        Object[] state = start.toArray();
        Step[] seen = new Step[steps];
        for (int n = 0; n < steps; n++) {
            Object[] values = Program.run(program, Training.join(state, feed, n, program.given));
            seen[n] = new Step(this, List.of(values));
            state = Training.pick(values, next);
        }
        return List.of(seen);
    }

    private static Program copy(Program p) {
        Operation[] operations = p.operations.clone();
        return new Program(p.given, operations, p.a.clone(), p.b.clone(), p.c.clone());
    }
}
