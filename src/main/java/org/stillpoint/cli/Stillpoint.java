package org.stillpoint.cli;

import java.util.List;
import java.util.Optional;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.report.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top command; everything is done by a subcommand. */
@Command(name = "stillpoint", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Exact backpropagation at special initialisations, and the claims about it that were machine-checked.",
        footer = {"", "Layers, units, inputs, samples and steps are counted from 1; in JSON, and in JSON pointers such as "
                + "/layers/0/weights, from 0."},
        synopsisSubcommandLabel = "COMMAND")
final class Stillpoint implements Runnable {

    @Spec
    private CommandSpec spec;

    /** All subcommands. */
    static List<Object> commands(Terminal terminal) {
        return List.of(
                new InitCommand(terminal),
                new TrainCommand(terminal),
                new GradientsCommand(terminal),
                new TraceCommand(terminal),
                new SymmetryCommand(terminal),
                new GenerateCommand(terminal),
                new CheckCommand(terminal),
                new LintCommand(terminal, Facts::of),
                new ReplayCommand(terminal),
                new RefuteCommand(terminal),
                new ClaimsCommand(terminal),
                new HandoutCommand(terminal),
                new ExercisesCommand(terminal),
                new ReportCommand(terminal, Site::packed, PageOpener.ofSystem()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command, expected one of "
                + String.join(", ", spec.subcommands().keySet()));
    }

    /** The version that the jar's manifest names. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"stillpoint " + (number().isEmpty() ? "(unpacked build)" : number())};
        }

        /** Empty if there is no jar. */
        static String number() {
            return Optional.ofNullable(Stillpoint.class.getPackage().getImplementationVersion()).orElse("");
        }
    }
}
