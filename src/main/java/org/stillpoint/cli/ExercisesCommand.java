package org.stillpoint.cli;

import java.util.concurrent.Callable;
import org.stillpoint.report.PaperFormat;
import org.stillpoint.teaching.Sheet;
import org.stillpoint.teaching.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a sheet of exercises. */
@Command(name = "exercises", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "A sheet of exercises to work out by hand, with small numbers and exact solutions. The same seed gives the "
                + "same bytes.")
final class ExercisesCommand implements Callable<Integer> {

    @Option(names = "--seed", required = true, paramLabel = "N", description = "A 64-bit integer.")
    private long seed;

    @Option(names = "--problems", defaultValue = "4", paramLabel = "N",
            description = "How many problems, from 1 to 50 (default: ${DEFAULT-VALUE}).")
    private int problems;

    @Option(names = "--topic", defaultValue = "mixed", converter = TopicConverter.class, paramLabel = "TOPIC",
            description = "zeros, symmetry, backpropagation, kinks or mixed (default: ${DEFAULT-VALUE}).")
    private Topic topic;

    @Option(names = "--solutions", description = "With the solutions, on sheets of their own.")
    private boolean solutions;

    @Option(names = "--format", defaultValue = "markdown", converter = PaperFormatConverter.class, paramLabel = "FORMAT",
            description = "latex, markdown or html (default: ${DEFAULT-VALUE}).")
    private PaperFormat format;

    @Option(names = "--files", paramLabel = "DIR",
            description = "Also write the network and the data of each problem there: 1.network.json, 1.data.json and so on.")
    private String files;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the sheet there, not to standard output.")
    private String out;

    private final Terminal terminal;

    ExercisesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Sheet sheet = Sheet.of(seed, topic, problems);
        if (files != null) {
            ExerciseFiles written = ExerciseFiles.in(files);
            sheet.problems().forEach(problem -> written.write(String.valueOf(problem.number()), problem.exercise()));
        }
        terminal.write(out, format.render(sheet.title(), sheet.blocks(solutions)));
        return 0;
    }
}
