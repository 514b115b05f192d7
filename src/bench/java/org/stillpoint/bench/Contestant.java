package org.stillpoint.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.FastEngine;
import org.stillpoint.engine.fast.Shortcuts;
import org.stillpoint.enumeration.Ending;
import org.stillpoint.enumeration.Enumeration;
import org.stillpoint.enumeration.Problem;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Training;

/** Something that can do a workload. */
interface Contestant {

    /** Does the workload so many times and answers how many nanoseconds that took, without anything before or after. */
    long run(long times);

    /** What the workload ends with, in one form for all. */
    String weights();

    /** An engine in this virtual machine. */
    static Contestant of(Engine engine, Workload workload) {
        if (workload instanceof Workload.Train train) {
            return new Trains(() -> Training.descend(train.network(), train.data(), train.settings(), engine));
        }
        Problem problem = ((Workload.Enumerate) workload).problem();
        return engine == Engine.FAST ? new Enumerates(problem) : new TrainsEach(problem);
    }

    /** Networks with one hidden layer and one output, each a line as peers print it, up to the order of units and networks. */
    static String sorted(List<String> lines, int units) {
        return lines.stream().map(line -> sortedUnits(line, units)).sorted().collect(Collectors.joining("\n"));
    }

    private static String sortedUnits(String line, int units) {
        List<String> words = Arrays.asList(line.split(" "));
        int inputs = (words.size() - 1) / units - 2;
        List<String> rows = new ArrayList<>();
        for (int j = 0; j < units; j++) {
            rows.add(String.join(" ", words.subList(j * inputs, (j + 1) * inputs)) + " " + words.get(units * inputs + j) + " "
                    + words.get(units * (inputs + 1) + j));
        }
        rows.sort(null);
        return String.join(" ", rows) + " " + words.get(words.size() - 1);
    }

    /** The fast engine with such shortcuts. */
    static Contestant of(Shortcuts shortcuts, Workload.Train train) {
        return new Trains(() -> {
            Course course = FastEngine.start(train.network(), train.data(), train.settings(), shortcuts);
            for (int step = 0; step < train.settings().steps(); step++) {
                course.step();
            }
            return course.network();
        });
    }

    /** One training, import and export included. */
    record Trains(Supplier<Network> training) implements Contestant {

        @Override
        public long run(long times) {
            long start = System.nanoTime();
            for (long i = 0; i < times; i++) {
                Sink.network = training.get();
            }
            return System.nanoTime() - start;
        }

        @Override
        public String weights() {
            return Workload.parameters(training.get()).collect(Collectors.joining(" "));
        }
    }

    /** Every network at once. */
    record Enumerates(Problem problem) implements Contestant {

        @Override
        public long run(long times) {
            long start = System.nanoTime();
            for (long i = 0; i < times; i++) {
                new Enumeration(problem).run(end -> Sink.count += end.networks() * end.correct());
            }
            return System.nanoTime() - start;
        }

        @Override
        public String weights() {
            List<String> lines = new ArrayList<>();
            new Enumeration(problem).run(end -> addLines(lines, end));
            return sorted(lines, problem.units());
        }

        private static void addLines(List<String> lines, Ending end) {
            String line = Workload.parameters(end.network().get()).collect(Collectors.joining(" "));
            LongStream.range(0, end.networks()).forEach(i -> lines.add(line));
        }
    }

    /** One network after another, epoch by epoch until one changes nothing, as the peers do. */
    record TrainsEach(Problem problem) implements Contestant {

        @Override
        public long run(long times) {
            long start = System.nanoTime();
            for (long i = 0; i < times * problem.networks(); i++) {
                Sink.count += Evaluation.right(trained(i % problem.networks()), problem.data(), AccuracyRule.SIGN);
            }
            return System.nanoTime() - start;
        }

        private Network trained(long index) {
            DataSet data = problem.data();
            Settings epoch = problem.settings().withEpochs(1, data.size());
            Network before = problem.network(index);
            for (int left = problem.settings().steps(); left > 0; left -= epoch.steps()) {
                Network after = Training.descend(before, data, epoch, Engine.REFERENCE);
                if (after.equals(before)) {
                    return after;
                }
                before = after;
            }
            return before;
        }

        @Override
        public String weights() {
            return sorted(LongStream.range(0, problem.networks()).mapToObj(this::trained)
                    .map(network -> Workload.parameters(network).collect(Collectors.joining(" "))).toList(), problem.units());
        }
    }

    /** So that no result is unused. */
    final class Sink {

        static volatile Network network;
        static volatile long count;

        private Sink() {
        }
    }
}
