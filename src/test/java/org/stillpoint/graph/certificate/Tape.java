package org.stillpoint.graph.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/** Writes a program of named slots down, for tests in which every slot is seen. State first, then what is fed. */
final class Tape {

    static final Predicate<Object> IS_ZERO = value -> ((BigFraction) value).signum() == 0;
    static final Arithmetic PRODUCT = new Arithmetic("product", Law.PRODUCT, (x, y, z) -> x.multiply(y));
    static final Arithmetic SUM = new Arithmetic("sum", Law.SUM, (x, y, z) -> x.add(y));
    static final Arithmetic DIFFERENCE = new Arithmetic("difference", Law.SUM, (x, y, z) -> x.subtract(y));
    static final Arithmetic RELU = new Arithmetic("relu", Law.WITH_FIRST, (x, y, z) -> x.signum() > 0 ? x : BigFraction.ZERO);
    /** With kappa 0. */
    static final Arithmetic SLOPE = new Arithmetic("slope", Law.WITH_FIRST,
            (x, y, z) -> x.signum() > 0 ? BigFraction.ONE : BigFraction.ZERO);
    static final Arithmetic UPDATE = new Arithmetic("update", Law.UPDATE, (x, y, z) -> x.subtract(y.multiply(z)));

    private final List<Operation> operations = new ArrayList<>();
    private final List<int[]> operands = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Object> start = new ArrayList<>();
    private final List<Integer> next = new ArrayList<>();
    private int given;

    /** A function of three numbers with a law that it obeys. */
    record Arithmetic(String name, Law law, Function function) implements Operation {

        @Override
        public Object apply(Object x, Object y, Object z) {
            return function.apply((BigFraction) x, (BigFraction) y, (BigFraction) z);
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return law.vanishes(x, y, z);
        }

        @Override
        public boolean keeps(boolean y, boolean z) {
            return law.keeps(y, z);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    interface Function {

        BigFraction apply(BigFraction x, BigFraction y, BigFraction z);
    }

    int state(String name, int value) {
        start.add(new BigFraction(value));
        next.add(start.size() - 1);
        return fed(name);
    }

    int fed(String name) {
        given++;
        return slot(name, null, 0, 0, 0);
    }

    int slot(String name, Operation operation, int... of) {
        names.add(name);
        operations.add(operation);
        operands.add(new int[]{of[0], of.length > 1 ? of[1] : of[0], of.length > 2 ? of[2] : of[0]});
        return names.size() - 1;
    }

    void next(int state, int slot) {
        next.set(state, slot);
    }

    /** The next value of a state slot is what it is less its error times the rate. */
    void learn(int state, int error, int rate) {
        next(state, slot(names.get(state) + "'", UPDATE, state, error, rate));
    }

    Program program() {
        return Program.of(given, operations.toArray(Operation[]::new), column(0), column(1), column(2));
    }

    private int[] column(int operand) {
        return operands.stream().mapToInt(of -> of[operand]).toArray();
    }

    int[] next() {
        return next.stream().mapToInt(slot -> slot).toArray();
    }

    Question question(FeedFacts feed) {
        return new Question(program(), next(), start.toArray(), feed, IS_ZERO, names());
    }

    Question question() {
        return question(FeedFacts.arbitrary(given - start.size()));
    }

    static List<Object> row(int... values) {
        return IntStream.of(values).mapToObj(value -> (Object) new BigFraction(value)).toList();
    }

    int at(String name) {
        return names.indexOf(name);
    }

    Names names() {
        return names::get;
    }

    List<String> names(List<Integer> slots) {
        return slots.stream().map(names::get).toList();
    }

    /**
     * A network x, units of ReLU, y without biases, trained by half its squared error, with kappa 0: {@code w[j]}, {@code v[j]}.
     */
    static Tape network(int[] incoming, int[] outgoing) {
        Tape tape = new Tape();
        int units = incoming.length;
        int[] w = IntStream.range(0, units).map(j -> tape.state("w" + (j + 1), incoming[j])).toArray();
        int[] v = IntStream.range(0, units).map(j -> tape.state("v" + (j + 1), outgoing[j])).toArray();
        int x = tape.fed("x");
        int y = tape.fed("y");
        int rate = tape.fed("rate");
        int[] z = IntStream.range(0, units).map(j -> tape.slot("z" + (j + 1), PRODUCT, w[j], x)).toArray();
        int[] a = IntStream.range(0, units).map(j -> tape.slot("a" + (j + 1), RELU, z[j])).toArray();
        int output = tape.slot("o1", PRODUCT, v[0], a[0]);
        for (int j = 1; j < units; j++) {
            output = tape.slot("o" + (j + 1), SUM, output, tape.slot("va" + (j + 1), PRODUCT, v[j], a[j]));
        }
        int g = tape.slot("g", DIFFERENCE, output, y);
        for (int j = 0; j < units; j++) {
            tape.learn(v[j], tape.slot("v" + (j + 1) + " error", PRODUCT, g, a[j]), rate);
            int slope = tape.slot("slope" + (j + 1), SLOPE, z[j]);
            int back = tape.slot("a" + (j + 1) + " error", PRODUCT, g, v[j]);
            int error = tape.slot("z" + (j + 1) + " error", PRODUCT, back, slope);
            tape.learn(w[j], tape.slot("w" + (j + 1) + " error", PRODUCT, error, x), rate);
        }
        return tape;
    }
}
