package org.stillpoint.cli;

import java.util.concurrent.Callable;
import org.stillpoint.format.CsvData;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.generation.Generated;
import org.stillpoint.generation.Generator;
import org.stillpoint.generation.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes data that an architecture can realize. */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Data realizable by an architecture with one output: labels 1 and -1 from a random network, the teacher. "
                + "The same seed gives the same bytes.")
final class GenerateCommand implements Callable<Integer> {

    @Mixin
    private ShapeInput shape;

    @Option(names = "--samples", required = true, paramLabel = "N", description = "How many samples.")
    private int samples;

    @Option(names = "--seed", required = true, paramLabel = "N", description = "A 64-bit integer.")
    private long seed;

    @Option(names = "--balanced", description = "As many samples with label 1 as with label -1.")
    private boolean balanced;

    @Option(names = "--out", paramLabel = "FILE",
            description = "Write the data there, CSV if the name ends with .csv, else JSON (default: standard output).")
    private String out;

    @Option(names = "--teacher", paramLabel = "FILE", description = "Write the teacher, a network, there.")
    private String teacher;

    @Option(names = "--max-samples", defaultValue = "20000", paramLabel = "N",
            description = "Refuse to make more samples (default: ${DEFAULT-VALUE}).")
    private int maxSamples;

    private final Terminal terminal;

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Request request = new Request(shape.widths(), samples, seed, balanced, shape.bias());
        requireBounds();
        if ("-".equals(teacher) && (out == null || out.equals("-"))) {
            throw new UsageException("data and teacher both go to standard output, expected a file for one of them");
        }
        Generated generated = Generator.generate(request);
        String data = out != null && out.endsWith(".csv")
                ? CsvData.write(generated.data()) : Json.write(DataFormat.write(generated.data()));
        if (teacher != null) {
            terminal.write(teacher, Json.write(NetworkFormat.write(generated.teacher())));
        }
        terminal.write(out, data);
        return 0;
    }

    private void requireBounds() {
        if (samples > maxSamples) {
            throw new UsageException(samples + " samples, expected at most " + maxSamples + " (--max-samples)");
        }
        shape.requireFewParameters();
        int inputs = shape.widths().get(0);
        if ((long) samples * inputs > Json.MAX_TOKENS / 2) {
            throw new UsageException(samples + " samples of " + inputs + " numbers, expected at most "
                    + Json.MAX_TOKENS / 2 + " numbers");
        }
    }
}
