package org.stillpoint.proof.runnable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.kernel.graph.Training;
import org.stillpoint.proof.model.Operations;

/** Calls of the methods that run programs, of those that check certificates, and of the theorems about them. */
final class ProgramCalls {

    /**
     * A training with a certificate that is valid, and a start and a feed that fit it.
     *
     * @param steps how many there are
     */
    private record Certified(Program p, int[] next, Object[] start, Feed feed, int steps, boolean[] zero, int[] of,
                             boolean[] known, boolean[] fixed) {

        /** The arguments of a theorem about all steps. */
        private List<Object> forEver() {
            return List.of(p, next, start, feed, steps, zero, of, known, fixed);
        }

        /** Those of the theorem about one step. */
        private List<Object> once() {
            return List.of(p, next, Training.train(p, next, start, feed, steps), feed, steps, zero, of, known);
        }
    }

    private static final Object WORD = "a value that is no number";
    private static final BigFraction ONE = BigFraction.ONE;
    private static final BigFraction MINUS_ONE = BigFraction.MINUS_ONE;

    /** What is given in even steps and in odd ones, to whatever slot. */
    private static final Feed ALTERNATING = (step, slot) -> step % 2 == 0 ? ONE : BigFraction.TWO;
    private static final Feed ZEROS = (step, slot) -> BigFraction.ZERO;

    /**
     * State slots 0 to 2: a factor 0 and two equal divisors; slots 3 and 4 are given the same. Slot 5 is a product with the
     * factor, 6 the first divisor with that added, 7 and 8 quotients of equal operands, 9 a positive part that is 0, as the
     * divisors are -1 and never change.
     */
    private static final Certified MIXED = new Certified(
            program(5, List.of(Operations.PRODUCT, Operations.SUM, Operations.QUOTIENT, Operations.QUOTIENT, Operations.RELU),
                    new int[][] {{0, 3, 3}, {1, 5, 5}, {3, 2, 2}, {4, 1, 1}, {1, 1, 1}}),
            new int[] {5, 6, 2}, new Object[] {BigFraction.ZERO, MINUS_ONE, MINUS_ONE}, ALTERNATING, 1, marks(10, 0, 5, 9),
            new int[] {0, 1, 1, 3, 3, 5, 1, 7, 7, 9}, marks(10, 9), marks(10, 1, 2, 9));

    /** Two sums that start equal, and grow by the same. */
    private static final Certified GROWING = new Certified(
            program(3, List.of(Operations.SUM, Operations.SUM), new int[][] {{0, 2, 2}, {1, 2, 2}}), new int[] {3, 4},
            new Object[] {ONE, ONE}, ALTERNATING, 3, marks(5), new int[] {0, 0, 2, 3, 3}, marks(5), marks(5));

    /** One value of any kind, which stays. */
    private static final Certified STILL = new Certified(
            program(1, List.of(Operations.FIRST), new int[][] {{0, 0, 0}}), new int[] {1}, new Object[] {WORD}, ALTERNATING, 0,
            marks(2), new int[] {0, 0}, marks(2), marks(2, 0, 1));

    /** A weight that moves by a multiple of what is given, which is zero. */
    private static final Certified IDLE = new Certified(
            program(2, List.of(Operations.PRODUCT, Operations.DIFFERENCE), new int[][] {{0, 1, 1}, {0, 2, 2}}), new int[] {3},
            new Object[] {BigFraction.TWO}, ZEROS, 2, marks(4, 1, 2), new int[] {0, 1, 2, 0}, marks(4), marks(4, 0, 1, 2, 3));

    private static final List<Certified> CERTIFIED = List.of(MIXED, GROWING, STILL, IDLE);

    private ProgramCalls() {
    }

    /** By contract: one call. Of a check it is one that the check refuses, since it promises something only where it accepts. */
    static Map<String, List<Object>> concrete() {
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        Program p = MIXED.p;
        Object[] given = Training.join(MIXED.start, ALTERNATING, 0, p.given);
        calls.put("Operation.apply", List.of(Operations.QUOTIENT, BigFraction.TWO, ONE, ONE));
        calls.put("Operation.vanishes", List.of(Operations.SUM, true, false, false));
        calls.put("Operation.keeps", List.of(Operations.SUM, false, true));
        calls.put("Feed.at", List.of(ALTERNATING, 1, 3));
        calls.put("Program.Program", List.of(p.given, p.operations, p.a, p.b, p.c));
        calls.put("Program.of", List.of(p.given, p.operations, p.a, p.b, p.c));
        calls.put("Program.begin", List.of(p, given));
        calls.put("Program.apply", List.of(Operations.QUOTIENT, given, 3, 2, 2));
        calls.put("Program.run", List.of(p, given));
        calls.put("Training.join", List.of(MIXED.start, ALTERNATING, 1, 5));
        calls.put("Training.pick", List.of(Program.run(p, given), MIXED.next));
        calls.put("Training.step", List.of(p, MIXED.next, MIXED.start, ALTERNATING, 0));
        calls.put("Training.train", List.of(p, MIXED.next, MIXED.start, ALTERNATING, 1));
        calls.put("Training.runOfStep", List.of(p, MIXED.next, MIXED.start, ALTERNATING, 1));
        calls.putAll(refused(p));
        calls.putAll(theorems(MIXED));
        return calls;
    }

    private static Map<String, List<Object>> refused(Program p) {
        boolean[] zero = marks(10, 0, 7);
        int[] of = MIXED.of.clone();
        of[3] = 0;
        of[8] = 6;
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        calls.put("Checker.inOrder", List.of(program(1, List.of(Operations.SUM, Operations.SUM),
                new int[][] {{0, 0, 0}, {1, 2, 0}})));
        calls.put("Checker.inRange", List.of(MIXED.next, 6));
        calls.put("Checker.zerosFollow", List.of(p, zero, marks(10)));
        calls.put("Checker.zerosReturn", List.of(p, MIXED.next, zero));
        calls.put("Checker.classFollows", List.of(p, MIXED.zero, of, 8));
        calls.put("Checker.classesFollow", List.of(p, MIXED.zero, of));
        calls.put("Checker.classesReturn", List.of(p, MIXED.next, of));
        calls.put("Checker.fixedFollow", List.of(p, marks(10, 7), marks(10, 8)));
        calls.put("Checker.fixedReturn", List.of(MIXED.next, MIXED.of, marks(10, 0)));
        calls.put("Checker.followsInARun", List.of(p, zero, of, marks(9)));
        calls.put("Checker.isTraining", List.of(p, new int[] {5, 10}));
        calls.put("Checker.isValid", List.of(p, MIXED.next, zero, of, MIXED.known, MIXED.fixed));
        return calls;
    }

    private static Map<String, List<Object>> theorems(Certified training) {
        return Map.of("Invariance.holdsForEver", training.forEver(), "Invariance.entryByEntry", training.forEver(),
                "Invariance.everySlot", training.forEver(), "FirstStep.holdsAfterOneStep", training.once());
    }

    /** By theorem, of each training: a call. */
    static List<Map<String, List<Object>>> ofTheorems() {
        return CERTIFIED.stream().map(ProgramCalls::theorems).toList();
    }

    /** Calls of the checks that are to accept: each says that all it looks at is valid. */
    static Map<String, List<List<Object>>> accepted() {
        Map<String, List<List<Object>>> calls = new LinkedHashMap<>();
        for (Certified valid : CERTIFIED) {
            Program p = valid.p;
            int slots = p.operations.length;
            Stream.of(named("Checker.inOrder", p), named("Checker.inRange", valid.next, slots),
                    named("Checker.zerosFollow", p, valid.zero, valid.known),
                    named("Checker.zerosReturn", p, valid.next, valid.zero),
                    named("Checker.classFollows", p, valid.zero, valid.of, slots - 1),
                    named("Checker.classesFollow", p, valid.zero, valid.of),
                    named("Checker.classesReturn", p, valid.next, valid.of),
                    named("Checker.fixedFollow", p, valid.known, valid.fixed),
                    named("Checker.fixedReturn", valid.next, valid.of, valid.fixed),
                    named("Checker.followsInARun", p, valid.zero, valid.of, valid.known),
                    named("Checker.isTraining", p, valid.next),
                    named("Checker.isValid", p, valid.next, valid.zero, valid.of, valid.known, valid.fixed))
                    .forEach(call -> calls.computeIfAbsent(call.getKey(), any -> new ArrayList<>()).add(call.getValue()));
        }
        return calls;
    }

    private static Map.Entry<String, List<Object>> named(String contract, Object... arguments) {
        return Map.entry(contract, Arrays.asList(arguments));
    }

    /**
     * A program.
     *
     * @param operands of each slot that is computed, its three operands
     */
    private static Program program(int given, List<Operation> operations, int[][] operands) {
        int slots = given + operations.size();
        Operation[] all = new Operation[slots];
        IntStream.range(given, slots).forEach(s -> all[s] = operations.get(s - given));
        return new Program(given, all, place(given, operands, 0), place(given, operands, 1), place(given, operands, 2));
    }

    private static int[] place(int given, int[][] operands, int place) {
        return IntStream.concat(IntStream.range(0, given).map(s -> 0), Arrays.stream(operands).mapToInt(all -> all[place]))
                .toArray();
    }

    private static boolean[] marks(int slots, int... marked) {
        boolean[] marks = new boolean[slots];
        Arrays.stream(marked).forEach(s -> marks[s] = true);
        return marks;
    }
}
