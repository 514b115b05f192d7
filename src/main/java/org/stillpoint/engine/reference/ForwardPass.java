package org.stillpoint.engine.reference;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Classification;
import org.stillpoint.kernel.Parameters;

/** Samples on their way through one network; inputs and targets fit it. */
public final class ForwardPass {

    private static final int NO_LABEL = 0;

    /** Only values are asked for, and whatever kappa says of derivatives. */
    private static final KinkDerivatives NO_KINKS = KinkDerivatives.all(BigFraction.ZERO);

    private final Parameters parameters;
    private final ActivationFunction[] sigma;
    private final OutputActivation outputActivation;

    public ForwardPass(Network network) {
        this.parameters = KernelArrays.parameters(network);
        this.sigma = KernelArrays.hiddenActivations(network, NO_KINKS);
        this.outputActivation = OutputActivation.of(network, NO_KINKS);
    }

    /** One vector a layer, {@code z = W a + b}; the last one is the output before its activation. */
    public List<Vector> preactivations(Vector input) {
        return KernelArrays.vectors(Backpropagation.preactivations(parameters, sigma, KernelArrays.array(input)));
    }

    /** The output f(x). */
    public Vector output(Vector input) {
        BigFraction[][] z = Backpropagation.preactivations(parameters, sigma, KernelArrays.array(input));
        return KernelArrays.vector(outputActivation.output(z[z.length - 1]));
    }

    /** The mean of the loss over the data. */
    public BigFraction meanLoss(DataSet data, RationalLoss loss) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < data.size(); i++) {
            sum = sum.add(loss.value(output(data.inputs().get(i)), data.targets().get(i)));
        }
        return sum.divide(data.size());
    }

    /**
     * How many samples are right by a rule.
     *
     * @param rule one that the targets fit
     */
    public int right(DataSet data, AccuracyRule rule) {
        return switch (rule) {
            case SIGN -> outputActivation.isIdentity()
                    ? Classification.countRight(parameters, sigma, KernelArrays.arrays(data.inputs()),
                            KernelArrays.arrays(data.targets()), NO_LABEL)
                    : count(data, (f, y) -> f.get(0).signum() == y.get(0).signum());
            case THRESHOLD -> count(data, (f, y) -> f.get(0).compareTo(BigFraction.ONE_HALF) > 0 == y.get(0).signum() > 0);
            case ARGMAX -> count(data, ForwardPass::isOnlyLargest);
        };
    }

    private int count(DataSet data, BiPredicate<Vector, Vector> isRight) {
        return (int) IntStream.range(0, data.size())
                .filter(i -> isRight.test(output(data.inputs().get(i)), data.targets().get(i))).count();
    }

    /** Whether no other output is as large as the one whose target is 1. */
    private static boolean isOnlyLargest(Vector f, Vector y) {
        BigFraction hot = f.get(y.entries().indexOf(BigFraction.ONE));
        return f.entries().stream().filter(output -> output.compareTo(hot) >= 0).count() == 1;
    }
}
