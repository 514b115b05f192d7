package org.stillpoint.cli;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.optimiser.Adagrad;
import org.stillpoint.optimiser.Adam;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.RmsProp;
import org.stillpoint.training.UpdateRule;
import picocli.CommandLine.Option;

/** The options that say by which rule the parameters move, with its constants; one that belongs to another rule is refused. */
final class OptimiserOptions {

    @Option(names = "--optimiser", defaultValue = "sgd", converter = OptimiserNameConverter.class, paramLabel = "NAME",
            description = "sgd, nesterov, adagrad, rmsprop or adam (default: ${DEFAULT-VALUE}). Where numbers are exact, all "
                    + "but sgd run on the reference engine, and the last three stop with an error at a step that needs an "
                    + "irrational square root, which --engine enclosure encloses.")
    private OptimiserName name;

    @Option(names = "--momentum", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "The momentum of sgd and nesterov (default: 0).")
    private BigFraction momentum;

    @Option(names = "--weight-decay", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "The decay of weights, not of biases, under sgd and nesterov (default: 0).")
    private BigFraction weightDecay;

    @Option(names = "--velocity", paramLabel = "FILE",
            description = "The velocity before the first step, for sgd and nesterov with momentum: a network of the same shape, "
                    + "where activations may be left out; - for standard input (default: zero).")
    private String velocityFile;

    @Option(names = "--beta1", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "The factor by which adam keeps its mean gradient, from 0 to below 1 (default: 9/10).")
    private BigFraction beta1;

    @Option(names = "--beta2", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "The factor by which adam keeps its mean square, from 0 to below 1 (default: 999/1000).")
    private BigFraction beta2;

    @Option(names = "--rho", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "The factor by which rmsprop keeps its mean square, from 0 to below 1 (default: 9/10).")
    private BigFraction rho;

    @Option(names = "--epsilon", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "Added to the root by adagrad, rmsprop and adam, above 0 (default: 1/100000000).")
    private BigFraction epsilon;

    BigFraction momentum() {
        return or(momentum, BigFraction.ZERO);
    }

    BigFraction weightDecay() {
        return or(weightDecay, BigFraction.ZERO);
    }

    /** The rule, with the velocity of its file if there is one. */
    UpdateRule rule(Terminal terminal, DataInput input, Network network, BigFraction rate) {
        requireOwn("--momentum", momentum);
        requireOwn("--weight-decay", weightDecay);
        requireOwn("--velocity", velocityFile);
        requireOwn("--beta1", beta1);
        requireOwn("--beta2", beta2);
        requireOwn("--rho", rho);
        requireOwn("--epsilon", epsilon);
        return new UpdateRule(optimiser(rate),
                Optional.ofNullable(velocityFile).map(file -> velocity(file, terminal, input, network)));
    }

    private void requireOwn(String option, Object value) {
        if (value != null) {
            name.requireOwn(option);
        }
    }

    private Optional<Optimiser> optimiser(BigFraction rate) {
        return switch (name) {
            case SGD -> Optional.empty();
            case NESTEROV -> Optional.of(new Nesterov(rate, momentum(), weightDecay()));
            case ADAGRAD -> Optional.of(new Adagrad(rate, epsilon()));
            case RMSPROP -> Optional.of(new RmsProp(rate, or(rho, new BigFraction(9, 10)), epsilon()));
            case ADAM -> Optional.of(new Adam(rate, or(beta1, new BigFraction(9, 10)), or(beta2, new BigFraction(999, 1000)),
                    epsilon()));
        };
    }

    private BigFraction epsilon() {
        return or(epsilon, new BigFraction(1, 100_000_000));
    }

    private Network velocity(String file, Terminal terminal, DataInput input, Network network) {
        if (momentum().signum() == 0) {
            throw new UsageException("--velocity has no effect without momentum, expected a --momentum that is not 0");
        }
        input.requireOtherInput("--velocity", file);
        Network velocity = NetworkFormat.readInShapeOf(network, input.network().json(terminal, file));
        input.network().requireShort(file, velocity.parameters().stream());
        return velocity;
    }

    private static BigFraction or(BigFraction given, BigFraction otherwise) {
        return given == null ? otherwise : given;
    }
}
