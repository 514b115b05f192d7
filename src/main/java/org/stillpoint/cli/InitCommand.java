package org.stillpoint.cli;

import java.util.concurrent.Callable;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.Json;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.generation.Architecture;
import org.stillpoint.generation.Start;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a network by the way it starts. */
@Command(name = "init", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "A network to start from: zeros; equal (all parameters --value); twins (random, hidden units equal in "
                + "pairs, the last of an odd number alone); zero-first and zero-last (that layer and its bias zero, the others "
                + "random); biases (only hidden biases, random and positive); random (all parameters); zero-unit (random, but "
                + "the last unit of each hidden layer of two or more zero); identity (the weight from each input to the unit "
                + "of its number 1, all else zero). "
                + "Random numbers are small, not 0, and all different. "
                + "The same seed gives the same bytes.")
final class InitCommand implements Callable<Integer> {

    @Mixin
    private ShapeInput shape;

    @Option(names = "--start", required = true, converter = StartConverter.class, paramLabel = "NAME",
            description = "zeros, equal, twins, zero-first, zero-last, biases, random, zero-unit or identity.")
    private Start start;

    @Option(names = "--value", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "The value of all parameters, with --start equal only (default: 1).")
    private BigFraction value;

    @Option(names = "--seed", defaultValue = "0", paramLabel = "N",
            description = "A 64-bit integer; without effect where nothing is random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--activation", defaultValue = "relu", converter = ActivationConverter.class, paramLabel = "A",
            description = "The activation of the hidden layers (default: ${DEFAULT-VALUE}).")
    private Activation activation;

    @Option(names = "--output-activation", defaultValue = "identity", converter = ActivationConverter.class, paramLabel = "A",
            description = "The activation of the last layer (default: ${DEFAULT-VALUE}).")
    private Activation outputActivation;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the network there (default: standard output).")
    private String out;

    private final Terminal terminal;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (value != null && start != Start.EQUAL) {
            throw new UsageException("--value " + ExactNumber.write(value) + " with --start " + start.id()
                    + ", expected it with --start equal only");
        }
        Architecture architecture = new Architecture(shape.widths(), shape.bias(), activation, outputActivation);
        shape.requireFewParameters();
        BigFraction all = value == null ? BigFraction.ONE : value;
        terminal.write(out, Json.write(NetworkFormat.write(start.network(architecture, all, seed))));
        return 0;
    }
}
