package org.stillpoint.graph.architecture;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * Convolutions over one axis of places, of x, (samples x channels x places). Where filters are told apart, each has a slot of its
 * own, and so has its channel.
 */
public final class Convolutions {

    private static final int PLACES = 3;
    private static final int WINDOW = 2;

    private Convolutions() {
    }

    /** Two filters K1 and K2 with biases, ReLU, the mean over places, and weights v1 and v2 that read them. */
    public static Architecture twinFilters(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node x = input(setting, sizes);
        Node first = read(shifted(x.convolution(filter(setting, sizes, "K1")), setting.parameter("b1")), setting.parameter("v1"));
        Node second = read(shifted(x.convolution(setting.twin("K2", "K1")), setting.twin("b2", "b1")), setting.twin("v2", "v1"));
        return setting.surrounded("two filters of a convolution", "CONV-1", first.plus(second));
    }

    /** The same with a normalisation, a scale gamma and a shift beta in the place of the biases. */
    public static Architecture normalisedTwinFilters(Filling filling, Sizes sizes, Start start, Differentiable normalisation) {
        Setting setting = new Setting(filling, start);
        Node x = input(setting, sizes);
        Node first = read(shifted(x.convolution(filter(setting, sizes, "K1")).apply(normalisation)
                .times(setting.parameter("gamma1")), setting.parameter("beta1")), setting.parameter("v1"));
        Node second = read(shifted(x.convolution(setting.twin("K2", "K1")).apply(normalisation)
                .times(setting.twin("gamma2", "gamma1")), setting.twin("beta2", "beta1")), setting.twin("v2", "v1"));
        return setting.surrounded("two filters with batch normalisation", "CONV-1", first.plus(second));
    }

    /** Two channels with a normalisation and ReLU; of the first one the scale gamma starts at 0. */
    public static Architecture zeroScale(Filling filling, Sizes sizes, BigFraction beta, BigFraction kappa,
                                         Differentiable normalisation) {
        Setting setting = new Setting(filling, Start.withZero("gamma"));
        Node x = input(setting, sizes);
        Node first = shifted(x.convolution(filter(setting, sizes, "K")).apply(normalisation).times(setting.parameter("gamma")),
                setting.parameter("beta", Tensor.of(Shape.NUMBER, beta)));
        Node second = shifted(x.convolution(filter(setting, sizes, "other K")).apply(normalisation)
                .times(setting.parameter("other gamma")), setting.parameter("other beta"));
        Node output = read(first, kappa, setting.parameter("v")).plus(read(second, kappa, setting.parameter("other v")));
        return setting.trained("channel with batch normalisation",
                "gamma = 0, beta = " + ExactNumber.write(beta) + ", ReLU'(0) = " + ExactNumber.write(kappa), "NORM-1",
                setting.errors("errors", output));
    }

    /** {@code Z2 relu(Z1 x)}, without biases. */
    public static Architecture branch(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node within = input(setting, sizes).convolution(first(setting, sizes));
        return setting.surrounded("convolution, ReLU, convolution", "CONV-2", within.relu().convolution(last(setting, sizes)));
    }

    /** {@code Z2 relu(h + Z1 x)}, where h comes from elsewhere: the place of ControlNet's copy. */
    public static Architecture branchWithSomethingAdded(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node within = input(setting, sizes).convolution(first(setting, sizes));
        Node h = setting.input("h", sizes.samples(), sizes.hidden(), within.shape().size(2));
        return setting.surrounded("convolution, something added, ReLU, convolution (ControlNet)", "CONV-2",
                h.plus(within).relu().convolution(last(setting, sizes)));
    }

    /** {@code b2 + Z2 relu(b1 + Z1 x)}. */
    public static Architecture branchWithBiases(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node within = input(setting, sizes).convolution(first(setting, sizes))
                .plusAlong(1, setting.parameter("b1", sizes.hidden()));
        return setting.surrounded("convolution, ReLU, convolution, with biases", "CONV-2",
                within.relu().convolution(last(setting, sizes)).plusAlong(1, setting.parameter("b2", sizes.features())));
    }

    private static Node input(Setting setting, Sizes sizes) {
        return setting.input("x", sizes.samples(), sizes.features(), PLACES);
    }

    private static Node filter(Setting setting, Sizes sizes, String name) {
        return setting.parameter(name, 1, sizes.features(), WINDOW);
    }

    private static Node first(Setting setting, Sizes sizes) {
        return setting.parameter("Z1", sizes.hidden(), sizes.features(), WINDOW);
    }

    private static Node last(Setting setting, Sizes sizes) {
        return setting.parameter("Z2", sizes.features(), sizes.hidden(), 1);
    }

    /** A number added everywhere. */
    private static Node shifted(Node channel, Node shift) {
        return channel.plus(shift.spread(channel.shape(), 0, 1, 2));
    }

    private static Node read(Node channel, Node weight) {
        return read(channel, BigFraction.ZERO, weight);
    }

    /** ReLU, the mean over places, times the weight that reads it. */
    private static Node read(Node channel, BigFraction kappa, Node weight) {
        return channel.relu(kappa).meanOver(1, 2).times(weight);
    }
}
