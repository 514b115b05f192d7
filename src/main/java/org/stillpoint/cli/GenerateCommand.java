package org.stillpoint.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stillpoint.format.CsvData;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.generation.Generated;
import org.stillpoint.generation.Generator;
import org.stillpoint.generation.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes data that an architecture can realize. */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Data realizable by an architecture: labels +1 and -1 from a random rational teacher. The same seed gives the same bytes.")
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--shape", required = true, split = ",", paramLabel = "N",
            description = "Inputs, hidden units a layer, and one output, such as 10,10,1.")
    private List<Integer> shape;

    @Option(names = "--samples", required = true, paramLabel = "N", description = "How many samples.")
    private int samples;

    @Option(names = "--seed", required = true, paramLabel = "N", description = "An integer of 64 bits.")
    private long seed;

    @Option(names = "--balanced", description = "As many samples of the one label as of the other.")
    private boolean balanced;

    @Option(names = "--no-bias", description = "A teacher without biases.")
    private boolean noBias;

    @Option(names = "--out", paramLabel = "FILE",
            description = "Write the data there, CSV if the name ends with .csv, else JSON (default: standard output).")
    private String out;

    @Option(names = "--teacher", paramLabel = "FILE", description = "Write the teacher there.")
    private String teacher;

    @Option(names = "--max-parameters", defaultValue = "20000", paramLabel = "N",
            description = "Refuse a shape of more parameters (default: ${DEFAULT-VALUE}).")
    private int maxParameters;

    @Option(names = "--max-samples", defaultValue = "20000", paramLabel = "N",
            description = "Refuse to make more samples (default: ${DEFAULT-VALUE}).")
    private int maxSamples;

    private final Terminal terminal;

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Request request = new Request(shape, samples, seed, balanced, !noBias);
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
        long parameters = 0;
        for (int l = 1; l < shape.size(); l++) {
            parameters += (shape.get(l - 1) + (noBias ? 0L : 1L)) * shape.get(l);
            if (parameters > maxParameters) {
                throw new UsageException("a shape of more than " + maxParameters
                        + " parameters, expected at most that (--max-parameters)");
            }
        }
        if ((long) samples * shape.get(0) > Json.MAX_TOKENS / 2) {
            throw new UsageException(samples + " samples of " + shape.get(0) + " numbers, expected at most "
                    + Json.MAX_TOKENS / 2 + " numbers");
        }
    }
}
