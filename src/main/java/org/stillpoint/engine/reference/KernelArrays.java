package org.stillpoint.engine.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Stacks;

/** Domain values as the kernel's arrays and back; an empty bias row is a layer without bias. */
public final class KernelArrays {

    private static final BigFraction[] NO_BIAS = {};

    private KernelArrays() {
    }

    public static BigFraction[] array(Vector vector) {
        return vector.entries().toArray(BigFraction[]::new);
    }

    public static BigFraction[][] arrays(List<Vector> vectors) {
        return vectors.stream().map(KernelArrays::array).toArray(BigFraction[][]::new);
    }

    static Vector vector(BigFraction[] entries) {
        return Vector.of(entries);
    }

    static List<Vector> vectors(BigFraction[][] rows) {
        return Arrays.stream(rows).map(KernelArrays::vector).toList();
    }

    public static Parameters parameters(Network network) {
        return new Parameters(
                network.layers().stream().map(layer -> arrays(layer.weights().rows())).toArray(BigFraction[][][]::new),
                network.layers().stream().map(layer -> layer.bias().map(KernelArrays::array).orElse(NO_BIAS))
                        .toArray(BigFraction[][]::new));
    }

    /**
     * The velocity as parameters, zero if there is none.
     *
     * @param velocity in the shape of the network
     */
    static Parameters velocity(Network network, Optional<Network> velocity) {
        return velocity.map(KernelArrays::parameters).orElseGet(() -> zeros(parameters(network)));
    }

    private static Parameters zeros(Parameters shape) {
        return new Parameters(Stacks.zeros(shape.weights), Matrices.zeros(shape.biases));
    }

    /**
     * For a kappa of these kinks.
     *
     * @throws DomainException if one is not rational
     */
    public static ActivationFunction[] hiddenActivations(Network network, KinkDerivatives kinks) {
        return network.layers().subList(0, network.layers().size() - 1).stream()
                .map(layer -> kinks.function(layer.activation())).toArray(ActivationFunction[]::new);
    }

    /** What the settings have to be the same in every step. */
    public static LearningRule rule(Network network, Settings settings, LossDerivative derivative) {
        return new LearningRule(hiddenActivations(network, settings.kinks()), settings.kappa(),
                OutputActivation.of(network, settings.kinks()).behind(plain(derivative)),
                settings.momentum(), settings.weightDecay());
    }

    /** For a gradient, which does not ask for momentum and decay. */
    public static LearningRule rule(Network network, KinkDerivatives kinks, LossDerivative derivative) {
        return new LearningRule(hiddenActivations(network, kinks), kinks.kappa(),
                OutputActivation.of(network, kinks).behind(plain(derivative)),
                BigFraction.ZERO, BigFraction.ZERO);
    }

    public static Network network(Network shape, Parameters parameters) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < parameters.weights.length; l++) {
            layers.add(new Layer(new Matrix(vectors(parameters.weights[l])), bias(parameters, l),
                    shape.layers().get(l).activation()));
        }
        return new Network(layers);
    }

    public static NetworkGradient gradient(Parameters parameters) {
        List<LayerGradient> layers = new ArrayList<>();
        for (int l = 0; l < parameters.weights.length; l++) {
            layers.add(new LayerGradient(new Matrix(vectors(parameters.weights[l])), bias(parameters, l)));
        }
        return new NetworkGradient(layers);
    }

    /** The same derivative, which ends with a {@link DomainException} where it gives a number of a subclass of BigFraction. */
    public static LossDerivative plain(LossDerivative derivative) {
        return derivative instanceof RationalLoss ? derivative : (output, target) -> {
            BigFraction[] g = derivative.at(output, target);
            Arrays.asList(g).forEach(ExactNumber::requirePlain);
            return g;
        };
    }

    /** The longest numerator or denominator, in bits. */
    public static int bits(Parameters parameters) {
        Stream<BigFraction> weights = Stream.of(parameters.weights).flatMap(Stream::of).flatMap(Stream::of);
        Stream<BigFraction> biases = Stream.of(parameters.biases).flatMap(Stream::of);
        return Stream.concat(weights, biases).mapToInt(ExactNumber::bits).max().orElse(0);
    }

    private static Optional<Vector> bias(Parameters parameters, int l) {
        return Optional.of(parameters.biases[l]).filter(b -> b.length > 0).map(KernelArrays::vector);
    }

    public static void requireFit(Network network, Vector input) {
        requireLength("an input", input.size(), "inputs", network.inputs());
    }

    public static void requireFit(Network network, DataSet data) {
        requireLength("an input", data.inputWidth(), "inputs", network.inputs());
        requireLength("a target", data.targetWidth(), "outputs", network.outputs());
    }

    private static void requireLength(String what, int actual, String ofNetwork, int expected) {
        if (actual != expected) {
            throw new DomainException(what + " has length " + actual + ", expected " + expected + ", the "
                    + ofNetwork + " of the network");
        }
    }
}
