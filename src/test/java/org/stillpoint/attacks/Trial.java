package org.stillpoint.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Tries attacks, and the tests that must notice them on the project as it is. */
final class Trial {

    private final List<Attack> attacks;
    private final List<String> table = new ArrayList<>();

    Trial(List<Attack> attacks) {
        this.attacks = attacks;
    }

    /** Two at a time, as each waits for a virtual machine of its own. */
    Stream<DynamicTest> eachIsNoticed() {
        ExecutorService two = Executors.newFixedThreadPool(2);
        Map<Attack, Future<String>> tried = new LinkedHashMap<>();
        attacks.forEach(attack -> tried.put(attack, two.submit(() -> requireNotice(attack))));
        two.shutdown();
        return attacks.stream()
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> table.add(outcome(tried.get(attack)))));
    }

    private static String outcome(Future<String> tried) throws Throwable {
        try {
            return tried.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static String requireNotice(Attack attack) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Scratch scratch = Scratch.create()) {
            scratch.apply(attack.changes());
            TestRun run = scratch.run(List.of(attack.test()), attack.switches());
            assertThat(run.failures()).as("what %s says of: %s", attack.test(), attack.title())
                    .isNotEmpty().anyMatch(failure -> failure.contains(attack.message()));
        }
        return String.format("%-60s | %-110s | %s", attack.title(), attack.test().replace("org.stillpoint.", ""),
                BigDecimal.valueOf((System.nanoTime() - start) / 100_000_000, 1));
    }

    /** The control: without a change each of the tests holds. */
    void requireThatTheTestsHoldWithoutAnAttack() throws IOException, InterruptedException {
        try (Scratch scratch = Scratch.create()) {
            List<String> tests = attacks.stream().map(Attack::test).distinct().toList();
            TestRun run = scratch.run(tests, List.of());
            assertThat(run.failures()).isEmpty();
            assertThat(run.succeeded()).isGreaterThanOrEqualTo(tests.size());
        }
    }

    /** What was noticed, by what, and in how many seconds. */
    void print() {
        System.out.println();
        System.out.printf("%-60s | %-110s | %s%n", "attack", "noticed by", "s");
        table.forEach(System.out::println);
        System.out.println(table.size() + " attacks of " + attacks.size() + " were noticed.");
    }
}
