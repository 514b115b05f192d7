package org.stillpoint.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.census.Census;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.enumeration.Enumeration;
import org.stillpoint.generation.Generator;
import org.stillpoint.generation.Request;
import org.stillpoint.search.RandomSearch;
import org.stillpoint.search.Scope;
import org.stillpoint.search.Search;
import org.stillpoint.search.Searches;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;

/**
 * Independent work done by one worker and by as many as there are cores, in turn. Parallel work that begins in a pool stays in
 * it, so that the size of the pool is the number of workers. CPU time is that of the workers alone, without compiler and
 * collector.
 */
final class ParallelTable {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 3;
    private static final int ENUMERATIONS = 50;
    private static final int TRAININGS = 1_000;

    /** @param work what it answers is to be the same whoever does it */
    private record Task(String name, Callable<Object> work) {
    }

    /**
     * The work done once.
     *
     * @param cpu time of all workers
     * @param busiest CPU time of the one that had most
     */
    private record Run(double nanos, double cpu, double busiest, Object answer) {
    }

    private ParallelTable() {
    }

    /** @param args how many rounds; by default {@value #ROUNDS} */
    public static void main(String[] args) {
        write(new Report(""), args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS);
    }

    /** Adds the table. */
    static void write(Report report, int rounds) {
        String title = "Independent work on " + CORES + " cores";
        if (!report.wants(title)) {
            return;
        }
        report.write("");
        report.write("## " + title);
        report.write("");
        report.write("Medians over " + rounds + " rounds, in which one worker and " + CORES + " take turns and answer the same. "
                + "Overhead: CPU time of " + CORES + " over that of one. Busiest: the largest part of that time that one of "
                + CORES + " took. Cores: CPU time over time; where one worker had much less than one core, other programs ran, "
                + "and speed-ups say little. " + load());
        report.write("");
        List<String> columns = List.of("work", "one worker", CORES + " workers", "speed-up", "overhead", "busiest of " + CORES,
                "cores, one worker");
        report.row(columns.stream());
        report.row(columns.stream().map(column -> "---"));
        tasks().forEach(task -> measure(report, task, rounds));
    }

    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return "Load in the minute before: " + (load < 0 ? "not known" : String.format(Locale.ROOT, "%.1f", load)) + ".";
    }

    private static List<Task> tasks() {
        Workload.Enumerate xor = Workload.xor(10);
        return List.of(
                new Task(ENUMERATIONS + " times " + xor.name(), () -> enumerated(xor)),
                new Task("census of 1-3-1 with biases, 2 samples",
                        () -> Census.count(new org.stillpoint.census.Scope(List.of(1, 3, 1), true, 2))),
                refute("LAW-1"), refute("DEAD-1"), refute("KINK-3"), refute("LAW-2"), beyond("ZERO-3"), trainings());
    }

    private static long enumerated(Workload.Enumerate workload) {
        long[] correct = {0};
        for (int i = 0; i < ENUMERATIONS; i++) {
            new Enumeration(workload.problem()).run(end -> correct[0] += end.networks() * end.correct());
        }
        return correct[0];
    }

    private static Task refute(String claim) {
        Search search = Searches.find(claim).orElseThrow();
        Search.Result result = search.run(search.scope());
        return new Task("`refute " + claim + "` in its scope, " + result.cases() + " cases, "
                + (result.counterexample().isPresent() ? "found" : "none"), () -> search.run(search.scope()));
    }

    private static Task beyond(String claim) {
        Search search = Searches.find(claim).orElseThrow();
        Scope scope = search.scope();
        return new Task("`refute " + claim + "` beyond its scope, 1000 random candidates, none",
                () -> new RandomSearch(search, scope, 1).run(1_000, tried -> { }, found -> { }));
    }

    private static Task trainings() {
        List<Integer> widths = List.of(10, 10, 1);
        Settings settings = Settings.defaults(100);
        DataSet data = Trainings.generated("", widths, 100, settings).data();
        List<Network> starts = IntStream.range(0, TRAININGS)
                .mapToObj(seed -> Generator.generate(new Request(widths, 2, seed, false, true)).teacher()).toList();
        return new Task(TRAININGS + " trainings of 10-10-1, an epoch of 100 hinge steps each", () -> starts.parallelStream()
                .map(start -> Training.descend(start, data, settings, Engine.FAST).hashCode()).toList());
    }

    private static void measure(Report report, Task task, int rounds) {
        List<Run> one = new ArrayList<>();
        List<Run> all = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Run alone = run(1, task.work());
            Run together = run(CORES, task.work());
            if (!alone.answer().equals(together.answer())) {
                report.disagree(task.name() + ": another answer by " + CORES + " workers than by one");
            }
            if (round >= 0) {
                one.add(alone);
                all.add(together);
            }
        }
        report.row(Stream.of(task.name(), Report.time(median(one, Run::nanos)), Report.time(median(all, Run::nanos)),
                times(ratios(one, all, Run::nanos)), more(ratios(all, one, Run::cpu)),
                percent(median(all, run -> run.busiest() / run.cpu())), times(median(one, run -> run.cpu() / run.nanos()))));
    }

    /** Does the work in a pool of new threads, of whose CPU time all is for this work. */
    private static Run run(int workers, Callable<Object> work) {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        ForkJoinPool pool = new ForkJoinPool(workers, ofPool -> {
            ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(ofPool);
            threads.add(thread);
            return thread;
        }, null, false);
        try {
            long start = System.nanoTime();
            Object answer = pool.submit(work).get();
            long nanos = System.nanoTime() - start;
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            LongSummaryStatistics cpu = threads.stream().mapToLong(thread -> clock.getThreadCpuTime(thread.getId()))
                    .summaryStatistics();
            return new Run(nanos, cpu.getSum(), cpu.getMax(), answer);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private static OptionalDouble ratios(List<Run> some, List<Run> others, ToDoubleFunction<Run> what) {
        return median(IntStream.range(0, some.size())
                .mapToDouble(round -> what.applyAsDouble(some.get(round)) / what.applyAsDouble(others.get(round))).toArray());
    }

    private static OptionalDouble median(List<Run> runs, ToDoubleFunction<Run> what) {
        return median(runs.stream().mapToDouble(what).toArray());
    }

    private static OptionalDouble median(double[] values) {
        return Arrays.stream(values).sorted().skip(values.length / 2).findFirst();
    }

    private static String times(OptionalDouble ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio.orElseThrow());
    }

    private static String more(OptionalDouble ratio) {
        return String.format(Locale.ROOT, "%+.0f %%", 100 * (ratio.orElseThrow() - 1));
    }

    private static String percent(OptionalDouble ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * ratio.orElseThrow());
    }
}
