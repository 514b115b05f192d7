package org.stillpoint.graph.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.kernel.graph.Training;

/** A program of few slots, many of them twins or zero, with a start and a data set, all drawn from a seed. */
public record RandomTraining(Program program, int[] next, Object[] start, List<List<Object>> rows) {

    public static final Predicate<Object> IS_ZERO = value -> value.equals(0);

    public static RandomTraining of(long seed) {
        return of(new Random(seed), 2, 7, 3, 3, 16);
    }

    /** Small enough to try all marks. */
    static RandomTraining tiny(long seed) {
        return of(new Random(seed), 1, 3, 1, 1, 4);
    }

    private static RandomTraining of(Random random, int leastState, int mostState, int mostFed, int leastComputed,
                                     int mostComputed) {
        int state = between(random, leastState, mostState);
        int given = state + between(random, 1, mostFed);
        int slots = given + between(random, leastComputed, mostComputed);
        Object[] start = random.ints(state, 0, 5).mapToObj(i -> (Object) List.of(0, 0, 1, 1, 2).get(i)).toArray();
        Operation[] operations = new Operation[slots];
        List<Operation> seen = new ArrayList<>();
        int[] a = new int[slots];
        int[] b = new int[slots];
        int[] c = new int[slots];
        for (int s = given; s < slots; s++) {
            if (s > given && random.nextInt(5) < 2) {
                int twin = given + random.nextInt(s - given);
                operations[s] = operations[twin];
                a[s] = like(a[twin], start, s, operations, random);
                b[s] = b[twin] == a[twin] ? a[s] : like(b[twin], start, s, operations, random);
                c[s] = c[twin] == a[twin] ? a[s] : like(c[twin], start, s, operations, random);
            } else {
                operations[s] = !seen.isEmpty() && random.nextInt(3) == 0 ? seen.get(random.nextInt(seen.size()))
                        : new LawfulOperation(Law.values()[random.nextInt(Law.values().length)], random);
                a[s] = random.nextInt(s);
                b[s] = random.nextInt(3) == 0 ? a[s] : random.nextInt(s);
                c[s] = random.nextBoolean() ? a[s] : random.nextInt(s);
            }
            seen.add(operations[s]);
        }
        Program program = Program.of(given, operations, a, b, c);
        return new RandomTraining(program, next(program, state, random), start, rows(given - state, random));
    }

    /** The same slot, a twin in the start, or another slot with the same operation. */
    private static int like(int slot, Object[] start, int before, Operation[] operations, Random random) {
        int[] likes = IntStream.range(0, before).filter(other -> other == slot
                || slot < start.length && other < start.length && start[other].equals(start[slot])
                || slot >= start.length && operations[slot] != null && operations[slot] == operations[other]).toArray();
        return likes[random.nextInt(likes.length)];
    }

    /** Mostly slots that hang on the state slot, so that much stays as it is; in one program of three most state does. */
    private static int[] next(Program program, int state, Random random) {
        int slots = program.operations.length;
        boolean still = random.nextInt(3) == 0;
        int[] next = new int[state];
        for (int i = 0; i < state; i++) {
            int own = i;
            int[] updates = IntStream.range(program.given, slots).filter(s -> program.a[s] == own).toArray();
            next[i] = still && random.nextInt(4) > 0 ? i
                    : updates.length > 0 && random.nextInt(4) > 0 ? updates[random.nextInt(updates.length)]
                    : random.nextInt(8) == 0 ? i : random.nextInt(slots);
        }
        return next;
    }

    private static List<List<Object>> rows(int fed, Random random) {
        boolean[] zero = new boolean[fed];
        for (int j = 0; j < fed; j++) {
            zero[j] = random.nextInt(4) == 0;
        }
        boolean equal = random.nextInt(4) == 0;
        int count = 1 + random.nextInt(3);
        List<List<Object>> rows = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            int first = random.nextInt(LawfulOperation.NUMBERS);
            rows.add(IntStream.range(0, fed).mapToObj(j -> (Object) (zero[j] ? 0 : equal ? first
                    : random.nextInt(LawfulOperation.NUMBERS))).toList());
        }
        return rows;
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public Question onData() {
        return new Question(program, next, start, FeedFacts.ofData(rows, IS_ZERO), IS_ZERO, slot -> "slot " + slot);
    }

    /** Only the zeros and the equalities of the feed are known. */
    Question onFacts() {
        FeedFacts data = FeedFacts.ofData(rows, IS_ZERO);
        FeedFacts facts = FeedFacts.arbitrary(data.slots());
        for (int j = 0; j < data.slots(); j++) {
            facts = facts.withEqual(j, data.of(j));
            facts = data.isZero(j) ? facts.withZero(j) : facts;
        }
        return new Question(program, next, start, facts, IS_ZERO, slot -> "slot " + slot);
    }

    /** The rows in any order. */
    public Feed feed(long seed) {
        return (step, slot) -> rows.get(new Random(seed * 31 + step).nextInt(rows.size())).get(slot - next.length);
    }

    /** The values of all slots in each of the first steps. */
    public List<Object[]> values(Feed feed, int steps) {
        List<Object[]> values = new ArrayList<>();
        Object[] state = start;
        for (int n = 0; n < steps; n++) {
            values.add(Program.run(program, Training.join(state, feed, n, program.given)));
            state = Training.pick(values.get(n), next);
        }
        return values;
    }
}
