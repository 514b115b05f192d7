package org.stillpoint.graph.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.operation.Arithmetic;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.OperationName;
import org.stillpoint.graph.operation.Pull;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/**
 * Whether a training program computes the derivatives of its loss, decided slot by slot, whoever wrote the program. The error of
 * a slot on which the loss depends is a sum; each of its terms belongs to one use of the slot, and each use has one term: the
 * pull of the user's operation, with the error of the user and the operands of the user. A loss of the slot has one term besides.
 * By the chain rule, and by induction from the last slot down, each error is the derivative then, if each pull is right. Beyond
 * that, the next value of each parameter uses its own error and no other one, or those of all parameters, as a common norm does;
 * whether it moves as an optimiser would is not looked at.
 */
public final class GradientCheck {

    private final TrainingProgram training;
    private final Program code;
    private final int[] next;
    private final Differentiation claimed;
    private final int forwardEnd;
    private final Set<Integer> trained = new TreeSet<>();
    private final Map<Integer, List<Part>> parts = new HashMap<>();

    /**
     * What an error is a sum of.
     *
     * @param user on whose error the part hangs; none for a term of the loss
     */
    private record Part(Optional<Integer> user, Pattern pattern, String words) {
    }

    /** What a slot may hold. */
    private sealed interface Pattern {
    }

    private record At(int slot) implements Pattern {
    }

    /** The error of a slot. */
    private record ErrorOf(int slot) implements Pattern {
    }

    private record Always(BigFraction number) implements Pattern {
    }

    private record Applied(Operation operation, Pattern x, Pattern y, Pattern z) implements Pattern {
    }

    private GradientCheck(TrainingProgram training) {
        this.training = training;
        this.code = training.program();
        this.next = training.next();
        this.claimed = training.differentiation();
        this.forwardEnd = code.given + claimed.forward().size();
    }

    /** Where and why the program is not the gradient of its forward part, in one line; empty if it is. */
    public static Optional<String> fault(TrainingProgram training) {
        GradientCheck check = new GradientCheck(training);
        return check.forwardFault().or(check::lossFault).or(check::errorFault).or(check::updateFault);
    }

    private Optional<String> forwardFault() {
        if (forwardEnd > training.size()) {
            return Optional.of("a forward part of " + claimed.forward().size() + " slots in a program that computes "
                    + (training.size() - code.given) + ", expected no more");
        }
        trained.addAll(training.slots(Role.PARAMETER));
        for (int s = code.given; s < forwardEnd; s++) {
            Differentiable operation = claimed.forward().get(s - code.given);
            boolean repeated = code.c[s] == code.a[s] && (operation.operands() > 1 || code.b[s] == code.a[s]);
            if (!code.operations[s].equals(operation.operation()) || !repeated) {
                return Optional.of(named(s) + " computes " + OperationName.of(code.operations[s]) + ", expected "
                        + OperationName.of(operation.operation()) + " with its first operand for those that it does not have");
            }
            for (int position = 0; position < operation.operands(); position++) {
                int operand = position == 0 ? code.a[s] : code.b[s];
                Optional<Pull> pull = operation.pulls().get(position);
                if (pull.isPresent() && trained.contains(operand)) {
                    trained.add(s);
                    add(operand, new Part(Optional.of(s), pattern(pull.get(), s),
                            "the pull of " + named(s) + " to its operand " + (position + 1)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> lossFault() {
        for (Seed seed : claimed.loss()) {
            Stream<Integer> slots = seed instanceof Seed.Derivative loss ? Stream.of(seed.output(), loss.target())
                    : Stream.of(seed.output());
            Optional<Integer> other = slots.filter(slot -> slot < 0 || slot >= forwardEnd).findFirst();
            if (other.isPresent()) {
                return Optional.of("a loss of " + named(other.get()) + ", expected a slot of the forward part");
            }
            if (!trained.contains(seed.output())) {
                return Optional.of("a loss of " + named(seed.output())
                        + ", expected a slot on which a parameter has an influence");
            }
            add(seed.output(), new Part(Optional.empty(), pattern(seed), seed instanceof Seed.One
                    ? "a slot that always holds 1, the derivative of the loss " + named(seed.output())
                    : "the derivative of a loss of " + named(seed.output())));
        }
        return Optional.empty();
    }

    private void add(int slot, Part part) {
        parts.computeIfAbsent(slot, key -> new ArrayList<>()).add(part);
    }

    private Pattern pattern(Pull pull, int user) {
        At x = new At(code.a[user]);
        At y = new At(code.b[user]);
        return pull.slope().<Pattern>map(operation -> {
            Applied slope = new Applied(operation, x, y, y);
            return new Applied(pull.error(), new ErrorOf(user), slope, slope);
        }).orElseGet(() -> new Applied(pull.error(), new ErrorOf(user), x, y));
    }

    private Pattern pattern(Seed seed) {
        if (seed instanceof Seed.Derivative loss) {
            At output = new At(loss.output());
            Applied error = new Applied(loss.error(), output, new At(loss.target()), output);
            return loss.weight().equals(BigFraction.ONE) ? error
                    : new Applied(arithmetic(loss.output()).multiple(loss.weight()).operation(), error, error, error);
        }
        return new Always(BigFraction.ONE);
    }

    /** Errors have the shapes of what they are derivatives by. */
    private Arithmetic arithmetic(int slot) {
        return training.slots().get(slot).shape().map(Arithmetic::of).orElse(Arithmetic.TENSORS);
    }

    private boolean holds(int slot, Pattern pattern) {
        if (pattern instanceof At at) {
            return slot == at.slot;
        }
        if (pattern instanceof ErrorOf error) {
            return claimed.errors().get(error.slot) == slot;
        }
        if (pattern instanceof Always always) {
            return slot < next.length && next[slot] == slot && training.start().get(slot).equals(always.number);
        }
        Applied applied = (Applied) pattern;
        return slot >= code.given && code.operations[slot].equals(applied.operation)
                && holds(code.a[slot], applied.x) && holds(code.b[slot], applied.y) && holds(code.c[slot], applied.z);
    }

    /** From the last slot down: whether a user has an error is settled before its operands are looked at. */
    private Optional<String> errorFault() {
        Map<Integer, Integer> errors = new TreeMap<>(claimed.errors());
        for (int v = forwardEnd - 1; v >= 0; v--) {
            Integer error = errors.remove(v);
            List<Part> reaching = parts.getOrDefault(v, List.of()).stream()
                    .filter(part -> part.user.map(claimed.errors()::containsKey).orElse(true)).toList();
            Optional<String> fault = reaching.isEmpty() ? unexpected(v, error) : gatherFault(v, error, reaching);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return errors.keySet().stream().findFirst()
                .map(slot -> "an error of " + named(slot) + ", expected errors of the forward part only");
    }

    private Optional<String> unexpected(int slot, Integer error) {
        return Optional.ofNullable(error).map(there -> named(slot) + " has the error " + named(there)
                + ", expected none, as no parameter has an influence on the loss through it");
    }

    private Optional<String> gatherFault(int slot, Integer error, List<Part> expected) {
        if (error == null || error < 0 || error >= training.size()) {
            return Optional.of(named(slot) + " has its error " + (error == null ? "nowhere" : "in " + named(error))
                    + ", expected it in a slot");
        }
        Operation sum = arithmetic(slot).sum().operation();
        Deque<Integer> terms = new ArrayDeque<>();
        int last = error;
        while (terms.size() < expected.size() - 1 && last >= code.given && code.operations[last].equals(sum)) {
            terms.addFirst(code.b[last]);
            last = code.a[last];
        }
        terms.addFirst(last);
        return terms.size() == expected.size() ? termFault(error, terms, new ArrayList<>(expected))
                : Optional.of(named(error) + " has " + terms.size() + " terms, expected " + expected.size()
                        + ", one for each use of " + named(slot));
    }

    /** There are as many terms as parts: a term that is no part stands in the place of one. */
    private Optional<String> termFault(int error, Deque<Integer> terms, List<Part> missing) {
        List<Integer> other = new ArrayList<>();
        for (int term : terms) {
            Optional<Part> part = missing.stream().filter(candidate -> holds(term, candidate.pattern)).findFirst();
            part.ifPresentOrElse(missing::remove, () -> other.add(term));
        }
        return other.stream().findFirst().map(term ->
                named(term) + " as a term of " + named(error) + ", expected " + missing.get(0).words);
    }

    private Optional<String> updateFault() {
        Set<Integer> errors = Set.copyOf(claimed.errors().values());
        List<Integer> parameters = training.slots(Role.PARAMETER);
        Set<Integer> all = parameters.stream().map(claimed.errors()::get).collect(Collectors.toSet());
        for (int parameter : parameters) {
            Set<Integer> read = new TreeSet<>();
            follow(next[parameter], errors, read, new TreeSet<>());
            Integer own = claimed.errors().get(parameter);
            if (own == null || !read.equals(Set.of(own)) && !read.equals(all)) {
                return Optional.of("the next value of " + named(parameter) + " uses the errors "
                        + read.stream().map(this::named).toList() + ", expected its own only, "
                        + (own == null ? "of which there is none" : named(own)));
            }
        }
        return Optional.empty();
    }

    /** The errors, and whatever else was computed, that a slot of the update uses, directly or not. */
    private void follow(int slot, Set<Integer> errors, Set<Integer> read, Set<Integer> seen) {
        if (!seen.add(slot)) {
            return;
        }
        if (training.slots().get(slot).role() == Role.UPDATE) {
            List.of(code.a[slot], code.b[slot], code.c[slot]).forEach(operand -> follow(operand, errors, read, seen));
        } else if (slot >= code.given || errors.contains(slot)) {
            read.add(slot);
        }
    }

    private String named(int slot) {
        return slot < 0 || slot >= training.size() ? "slot " + slot : "\"" + training.name(slot) + "\"";
    }
}
