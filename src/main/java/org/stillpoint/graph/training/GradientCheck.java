package org.stillpoint.graph.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.operation.Pull;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/**
 * Whether a training program computes the derivatives of its loss, decided slot by slot, whoever wrote the program: the error of
 * the loss is always 1; the error of any other slot on which the loss depends is a sum of as many terms as the slot has uses, and
 * for each use there is one term, which is the pull of the user's operation with the error of the user and the operands of the
 * user. By the chain rule, and by induction from the loss down, each error is the derivative then, if each pull is right. Beyond
 * that, the next value of each parameter uses its own error and no other one.
 */
public final class GradientCheck {

    private static final Operation SUM = Forward.sum().operation();

    private final TrainingProgram training;
    private final Program code;
    private final int[] next;
    private final Differentiation claimed;
    private final int forwardEnd;
    private final boolean[] trained;
    private final Map<Integer, List<Use>> uses = new TreeMap<>();

    private record Use(int user, int position) {
    }

    /** What a pull computes: two are the same derivative whatever slots they are in. */
    private record Term(Operation operation, int error, List<Object> values) {
    }

    /** The slope of an operation at two values. */
    private record Slope(Operation operation, int x, int y) {
    }

    private GradientCheck(TrainingProgram training) {
        this.training = training;
        this.code = training.program();
        this.next = training.next();
        this.claimed = training.differentiation();
        this.forwardEnd = code.given + claimed.forward().size();
        this.trained = new boolean[Math.max(forwardEnd, 0)];
    }

    /** Where and why the program is not the gradient of its forward part, in one line; empty if it is. */
    public static Optional<String> fault(TrainingProgram training) {
        return new GradientCheck(training).fault();
    }

    private Optional<String> fault() {
        return forwardFault()
                .or(this::lossFault)
                .or(this::errorFault)
                .or(this::updateFault);
    }

    private Optional<String> forwardFault() {
        if (forwardEnd > training.size()) {
            return Optional.of("a forward part of " + claimed.forward().size() + " slots in a program that computes "
                    + (training.size() - code.given) + ", expected no more");
        }
        training.slots(Role.PARAMETER).forEach(slot -> trained[slot] = true);
        for (int s = code.given; s < forwardEnd; s++) {
            Differentiable operation = claimed.forward().get(s - code.given);
            if (!code.operations[s].equals(operation.operation())) {
                return Optional.of(named(s) + " computes " + code.operations[s] + ", expected " + operation.operation());
            }
            for (int position = 0; position < operation.operands(); position++) {
                int operand = position == 0 ? code.a[s] : code.b[s];
                if (trained[operand] && operation.pulls().get(position).isPresent()) {
                    trained[s] = true;
                    uses.computeIfAbsent(operand, key -> new ArrayList<>()).add(new Use(s, position));
                }
            }
            boolean repeated = code.c[s] == code.a[s] && (operation.operands() > 1 || code.b[s] == code.a[s]);
            if (!repeated) {
                return Optional.of(named(s) + " has more operands than the " + operation.operands() + " of "
                        + operation.operation() + ", expected its first one again");
            }
        }
        return Optional.empty();
    }

    private Optional<String> lossFault() {
        int loss = claimed.loss();
        if (loss < 0 || loss >= forwardEnd) {
            return Optional.of("the loss in slot " + loss + ", expected a slot of the forward part, below " + forwardEnd);
        }
        Integer error = claimed.errors().get(loss);
        if (error == null || error < 0 || error >= next.length || next[error] != error
                || !training.start().get(error).equals(BigFraction.ONE)) {
            return Optional.of("the error of the loss " + named(loss) + " is " + (error == null ? "nowhere" : "in " + named(error))
                    + ", expected a slot that always holds 1");
        }
        return Optional.empty();
    }

    private Optional<String> errorFault() {
        Map<Integer, Integer> errors = new TreeMap<>(claimed.errors());
        for (int v = forwardEnd - 1; v >= 0; v--) {
            Integer error = errors.remove(v);
            if (v != claimed.loss()) {
                List<Use> reaching = reaching(v);
                Optional<String> fault = reaching.isEmpty() ? unexpected(v, error) : gatherFault(v, error, reaching);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return errors.keySet().stream().findFirst()
                .map(slot -> "an error of slot " + slot + ", expected errors of the forward part only");
    }

    /** The uses on which the loss depends: those whose user has an error, which is checked by then. */
    private List<Use> reaching(int slot) {
        return uses.getOrDefault(slot, List.of()).stream().filter(use -> claimed.errors().containsKey(use.user)).toList();
    }

    private Optional<String> unexpected(int slot, Integer error) {
        return Optional.ofNullable(error).map(there -> named(slot) + " has the error " + named(there)
                + ", expected none, as no trained value of the loss goes through it");
    }

    private Optional<String> gatherFault(int slot, Integer error, List<Use> reaching) {
        if (error == null || error < forwardEnd || error >= training.size()) {
            return Optional.of(named(slot) + " has its error " + (error == null ? "nowhere" : "in slot " + error)
                    + ", expected one behind the forward part");
        }
        Deque<Integer> terms = new ArrayDeque<>();
        int last = error;
        while (terms.size() < reaching.size() - 1 && last >= code.given && code.operations[last].equals(SUM)) {
            terms.addFirst(code.b[last]);
            last = code.a[last];
        }
        terms.addFirst(last);
        if (terms.size() < reaching.size()) {
            return Optional.of(named(error) + " has " + terms.size() + " terms, expected " + reaching.size()
                    + ", one for each use of " + named(slot));
        }
        return termFault(error, terms, reaching);
    }

    /** As many terms as uses: a term that belongs to no use stands in the place of one. */
    private Optional<String> termFault(int error, Collection<Integer> terms, List<Use> reaching) {
        Map<Term, Deque<Use>> missing = new HashMap<>();
        reaching.forEach(use -> missing.computeIfAbsent(expected(use), key -> new ArrayDeque<>()).add(use));
        Optional<Integer> other = Optional.empty();
        for (int term : terms) {
            Deque<Use> same = missing.getOrDefault(found(term), new ArrayDeque<>());
            if (same.poll() == null && other.isEmpty()) {
                other = Optional.of(term);
            }
        }
        return other.map(term -> {
            Use use = reaching.stream().filter(candidate -> missing.get(expected(candidate)).contains(candidate)).findFirst()
                    .orElseThrow();
            return named(term) + " as a term of " + named(error) + ", expected the pull of " + named(use.user) + " to its operand "
                    + (use.position + 1);
        });
    }

    private Term expected(Use use) {
        Pull pull = claimed.forward().get(use.user - code.given).pulls().get(use.position).orElseThrow();
        int x = code.a[use.user];
        int y = code.b[use.user];
        List<Object> values = pull.slope().<List<Object>>map(slope -> List.of(new Slope(slope, x, y), new Slope(slope, x, y)))
                .orElseGet(() -> List.of(x, y));
        return new Term(pull.error(), claimed.errors().get(use.user), values);
    }

    private Term found(int slot) {
        if (slot < code.given) {
            return new Term(null, slot, List.of());
        }
        return new Term(code.operations[slot], code.a[slot], List.of(valueOf(code.b[slot]), valueOf(code.c[slot])));
    }

    /** A forward slot by its number, another one by what it computes of forward slots. */
    private Object valueOf(int slot) {
        boolean slope = slot >= forwardEnd && code.b[slot] == code.c[slot];
        return slope ? new Slope(code.operations[slot], code.a[slot], code.b[slot]) : slot;
    }

    private Optional<String> updateFault() {
        Set<Integer> errors = new TreeSet<>(claimed.errors().values());
        for (int parameter : training.slots(Role.PARAMETER)) {
            Set<Integer> read = new TreeSet<>();
            follow(next[parameter], read, new TreeSet<>());
            Integer own = claimed.errors().get(parameter);
            if (own == null || !read.equals(Set.of(own))) {
                return Optional.of("the next value of " + named(parameter) + " uses the errors "
                        + read.stream().map(this::named).toList() + ", expected its own only, "
                        + (own == null ? "of which there is none" : named(own)));
            }
        }
        return Optional.empty();
    }

    /** The backward slots that a slot of the update uses first on each way back from it. */
    private void follow(int slot, Set<Integer> read, Set<Integer> seen) {
        if (!seen.add(slot) || slot < code.given) {
            return;
        }
        if (training.slots().get(slot).role() == Role.UPDATE) {
            List.of(code.a[slot], code.b[slot], code.c[slot]).forEach(operand -> follow(operand, read, seen));
        } else {
            read.add(slot);
        }
    }

    private String named(int slot) {
        return slot < 0 || slot >= training.size() ? "slot " + slot : "\"" + training.name(slot) + "\"";
    }
}
