package org.stillpoint.proof.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Code;
import org.stillpoint.contract.Content;
import org.stillpoint.contract.Contents;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Indices;
import org.stillpoint.contract.Marks;
import org.stillpoint.contract.Programs;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Operation;

/**
 * A small program with a start and a feed, and what a certificate can say of it: as many zeros, as few classes and as many slots
 * that never change as there are.
 */
final class Certified {

    private static final int FEEDS = 2;

    final Operation[] operations;
    final int[][] operands;
    final int given;
    final int[] next;
    final Object[] start;
    final Feed feed;
    final boolean[] zero;
    final int[] of;
    final boolean[] known;
    final boolean[] fixed;

    private final List<List<Object>> fed = new ArrayList<>();

    Certified(Draw draw) {
        int states = draw.between(1, 3);
        given = states + draw.between(0, 2);
        int slots = given + draw.between(1, 4);
        operations = new Operation[slots];
        operands = new int[slots][3];
        for (int s = given; s < slots; s++) {
            int before = s;
            boolean again = s > given && draw.oneIn(2);
            int twin = again ? draw.between(given, s - 1) : s;
            operations[s] = again ? operations[twin] : draw.of(Operations.ALL);
            Arrays.setAll(operands[s], i -> again && !draw.oneIn(3) ? operands[twin][i] : draw.between(0, before - 1));
        }
        next = IntStream.range(0, states).map(i -> draw.oneIn(3) ? i : draw.between(0, slots - 1)).toArray();
        Object[] values = IntStream.range(0, given).mapToObj(i -> value(draw)).toArray();
        Arrays.setAll(values, i -> i > 0 && draw.oneIn(3) ? values[i - 1] : values[i]);
        start = Arrays.copyOf(values, states);
        IntStream.range(0, FEEDS).forEach(step -> fed.add(new ArrayList<>(Arrays.asList(values))));
        if (draw.oneIn(2)) {
            IntStream.range(states, given).forEach(i -> fed.get(1).set(i, value(draw)));
        }
        feed = Operations.feed(fed);
        zero = new boolean[slots];
        of = new int[slots];
        known = new boolean[slots];
        fixed = new boolean[slots];
        certify();
    }

    private static Object value(Draw draw) {
        return draw.oneIn(3) ? BigFraction.ZERO : draw.oneIn(8) ? "a word" : draw.number();
    }

    int slots() {
        return operations.length;
    }

    int states() {
        return next.length;
    }

    /** What is known makes more zeros, these larger classes, and these more that is known. */
    private void certify() {
        boolean[] before;
        do {
            before = known.clone();
            markZeros();
            classify();
            markFixed();
        } while (!Arrays.equals(before, known));
    }

    private boolean isZero(int i) {
        return i < states() ? Programs.isZero(Programs.content(start[i]))
                : fed.stream().allMatch(row -> Programs.isZero(Programs.content(row.get(i))));
    }

    private void markZeros() {
        IntStream.range(0, slots()).forEach(s -> zero[s] = s >= given || isZero(s));
        boolean changed = true;
        while (changed) {
            boolean[] before = zero.clone();
            for (int s = 0; s < slots(); s++) {
                zero[s] &= s >= given ? known[s] || operations[s].vanishes(zero[operands[s][0]], zero[operands[s][1]],
                        zero[operands[s][2]]) : s >= states() || zero[next[s]];
            }
            changed = !Arrays.equals(before, zero);
        }
    }

    private void classify() {
        List<Object> signs = IntStream.range(0, states()).<Object>mapToObj(i -> Programs.content(start[i])).toList();
        int[] before;
        do {
            before = of.clone();
            Map<Object, Integer> first = new HashMap<>();
            for (int s = 0; s < slots(); s++) {
                of[s] = s >= given && keeps(s) ? of[operands[s][0]] : first.computeIfAbsent(sign(s, signs), representative(s));
            }
            List<Object> classes = signs;
            signs = IntStream.range(0, states()).<Object>mapToObj(i -> List.of(classes.get(i), of[i], of[next[i]])).toList();
        } while (!Arrays.equals(before, of));
    }

    private static Function<Object, Integer> representative(int s) {
        return any -> s;
    }

    private boolean keeps(int s) {
        return operations[s].keeps(zero[operands[s][1]], zero[operands[s][2]]);
    }

    /** What slots of one class have in common. */
    private Object sign(int s, List<Object> ofStates) {
        return s < states() ? List.of("state", ofStates.get(s))
                : s < given ? List.of("fed", fed.stream().map(row -> Programs.content(row.get(s))).toList())
                : List.of(operations[s], of[operands[s][0]], of[operands[s][1]], of[operands[s][2]]);
    }

    private void markFixed() {
        for (int s = 0; s < slots(); s++) {
            fixed[s] = s < states() ? of[next[s]] == of[s]
                    : s < given || Arrays.stream(operands[s]).allMatch(operand -> fixed[operand]);
            int slot = s;
            known[s] = s >= given && fixed[s] && IntStream.range(0, FEEDS).allMatch(step -> Programs.isZero(Programs.slotContent(
                    code(), given(start(), step), slot)));
        }
    }

    Code code() {
        Map<Integer, Object> held = new HashMap<>();
        IntStream.range(0, slots()).filter(s -> Objects.nonNull(operations[s])).forEach(s -> held.put(s, operations[s]));
        return new Code(given, slots(), held, Indices.of(operands(0)), Indices.of(operands(1)), Indices.of(operands(2)));
    }

    int[] operands(int place) {
        return Arrays.stream(operands).mapToInt(ofSlot -> ofSlot[place]).toArray();
    }

    Contents start() {
        return new Contents(Arrays.stream(start).map(Programs::content).toList());
    }

    Contents given(Contents state, int step) {
        return Programs.givenContents(state, feed, step, given);
    }

    Contents after(int steps) {
        return Programs.contentsAfter(code(), Indices.of(next), start(), feed, steps);
    }

    /** Gives a world everything, with state or what is given for u and w. */
    World world(Draw draw) {
        World world = new World(draw, () -> new Placed(new Setting(draw, 2)));
        offerTo(world, draw);
        return world;
    }

    void offerTo(World world, Draw draw) {
        world.name(code(), "T", "U");
        world.name(Indices.of(next), "X");
        world.name(Indices.of(of), "C");
        world.name(Marks.of(zero), "Z", "Y");
        world.name(Marks.of(known), "K");
        world.name(Marks.of(fixed), "F");
        int step = draw.between(0, 2);
        boolean atRun = draw.oneIn(2);
        Contents state = after(step);
        world.name(atRun ? given(state, step) : state, "u");
        world.name(atRun ? given(start(), step) : draw.oneIn(4) ? state : start(), "w");
        world.offer(state, start(), given(state, step));
        Object operation = operations[draw.between(given, slots() - 1)];
        world.name(new Reference(draw.oneIn(3) ? operation : feed), "o");
        world.offer(new Reference(operation), new Reference(feed));
        world.name(states(), "m");
        world.name(draw.oneIn(2) ? step : draw.between(0, slots()), "n");
        world.name(step, "j");
        List.of("s", "i", "j").forEach(name -> world.name(draw.between(0, slots() - 1), name));
        world.offer(given, slots(), 0, 1);
        List<Content> values = IntStream.range(0, slots()).mapToObj(s -> Programs.slotContent(code(), given(state, step), s))
                .toList();
        List.of("p", "q", "r").forEach(name -> world.name(draw.of(values), name));
        world.offer(Programs.noContent(), Programs.content(BigFraction.ZERO));
    }
}
