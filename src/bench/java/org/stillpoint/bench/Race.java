package org.stillpoint.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;

/** Times contestants in turn, round after round, so that whatever else the machine does hits all of them. */
final class Race {

    private final Map<String, Contestant> contestants = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Double>> nanos = new HashMap<>();

    void add(String name, Contestant contestant) {
        contestants.put(name, contestant);
        nanos.put(name, new HashMap<>());
    }

    /**
     * Runs the rounds.
     *
     * @param warmUp nanoseconds that each contestant runs before the rounds
     * @param budget nanoseconds for each contestant in a round
     * @param most nanoseconds for each contestant in all: a slow one takes part in fewer rounds, but in two at least
     */
    void run(int rounds, long warmUp, long budget, long most) {
        Map<String, Long> times = new HashMap<>();
        contestants.forEach((name, contestant) -> times.put(name, Math.max(1, budget / warmUp(contestant, warmUp))));
        run(rounds, times, most);
    }

    /** Runs each contestant once a round, those that take so long that this tells enough. */
    void runOnceEach(int rounds) {
        Map<String, Long> times = new HashMap<>();
        contestants.keySet().forEach(name -> times.put(name, 1L));
        run(rounds, times, Long.MAX_VALUE);
    }

    private void run(int rounds, Map<String, Long> times, long most) {
        Map<String, Long> spent = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Contestant> entry : contestants.entrySet()) {
                String name = entry.getKey();
                if (round < 2 || spent.get(name) < most) {
                    long taken = entry.getValue().run(times.get(name));
                    spent.merge(name, taken, Long::sum);
                    nanos.get(name).put(round, (double) taken / times.get(name));
                }
            }
        }
    }

    /** Runs for a while and answers the nanoseconds that one run takes then. */
    static long warmUp(Contestant contestant, long budget) {
        long spent = 0;
        long times = 1;
        while (true) {
            long taken = contestant.run(times);
            spent += taken;
            if (spent >= budget) {
                return Math.max(1, taken / times);
            }
            times *= taken < budget / 10 ? 2 : 1;
        }
    }

    /** The median time of a run, in nanoseconds; none if there is no such contestant. */
    OptionalDouble median(String name) {
        return nanos.containsKey(name) ? OptionalDouble.of(median(nanos.get(name).values().stream().sorted().toList()))
                : OptionalDouble.empty();
    }

    /** The median, over the rounds that both took part in, of how many times as long the one takes as the other. */
    OptionalDouble ratio(String slow, String fast) {
        if (!nanos.containsKey(slow)) {
            return OptionalDouble.empty();
        }
        List<Double> ratios = new ArrayList<>();
        nanos.get(slow).forEach((round, time) -> {
            if (nanos.get(fast).containsKey(round)) {
                ratios.add(time / nanos.get(fast).get(round));
            }
        });
        return OptionalDouble.of(median(ratios.stream().sorted().toList()));
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The names of those whose weights differ from what the first one ends with. */
    List<String> disagreeing() {
        return disagreeing(String::equals);
    }

    /** The names of those that end with what is not the same as what the first one ends with. */
    List<String> disagreeing(BiPredicate<String, String> same) {
        String expected = contestants.values().iterator().next().weights();
        return contestants.entrySet().stream().filter(entry -> !same.test(entry.getValue().weights(), expected))
                .map(Map.Entry::getKey).toList();
    }
}
