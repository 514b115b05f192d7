package org.stillpoint.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;

/** Hinge steps of a 10-10-1 network, import and export included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingBenchmark {

    @Param({"FAST", "REFERENCE"})
    private Engine engine;

    @Param({"20", "100"})
    private int steps;

    private Workload.Train workload;

    @Setup
    public void prepare() {
        workload = Trainings.generated("hinge", List.of(10, 10, 1), steps, Settings.defaults(steps));
    }

    @Benchmark
    public Network train() {
        return Training.descend(workload.network(), workload.data(), workload.settings(), engine);
    }
}
