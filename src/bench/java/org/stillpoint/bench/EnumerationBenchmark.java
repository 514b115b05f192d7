package org.stillpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.enumeration.Enumeration;
import org.stillpoint.enumeration.Options;

/** All ternary 2-2-1 networks on XOR, in networks a second, with and without what saves work. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EnumerationBenchmark {

    private static final int NETWORKS = 19_683;

    @Param({"true", "false"})
    private boolean merging;

    @Param({"true", "false"})
    private boolean quotient;

    private final Workload.Enumerate workload = Workload.xor(10);

    @Benchmark
    @OperationsPerInvocation(NETWORKS)
    public long enumerate() {
        long[] correct = {0};
        new Enumeration(workload.problem(), new Options(merging, quotient))
                .run(end -> correct[0] += end.networks() * end.correct());
        return correct[0];
    }
}
