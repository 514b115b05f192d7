package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.reference.KernelArrays;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Vectors;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.OptimiserState;

/**
 * Training with another rule than backpropagation: where the pre-activation of a hidden ReLU unit is 0, a number is written into
 * its error, whatever error comes in from above. Backpropagation multiplies the one with the other.
 */
public final class WrittenErrors {

    private WrittenErrors() {
    }

    /**
     * Trains by gradient descent.
     *
     * @param settings of batches of one sample: what a mean over more of them makes of the number is not said here
     * @param written the number
     * @param bits told after each step the longest numerator or denominator among the parameters, in bits; it stops the training
     *     by throwing
     * @return the network after each step, after the start itself
     * @throws DomainException if the data does not fit the network, a hidden layer is not of ReLU, or a batch has several samples
     */
    public static List<Network> train(Network start, DataSet data, Settings settings, BigFraction written, IntConsumer bits) {
        KernelArrays.requireFit(start, data);
        requireRelu(start);
        LearningRule rule = KernelArrays.rule(start, settings, settings.loss().rational());
        Optimiser descent = new GradientDescent(settings.learningRate(), settings.momentum(), settings.weightDecay());
        OptimiserState state = descent.start(KernelArrays.parameters(start));
        List<Network> networks = new ArrayList<>(List.of(start));
        for (int step = 0; step < settings.steps(); step++) {
            int sample = onlyOne(settings.batch(step, data.size()));
            state = descent.step(state, gradient(state.parameters(), rule, written,
                    KernelArrays.array(data.inputs().get(sample)), KernelArrays.array(data.targets().get(sample))));
            networks.add(KernelArrays.network(start, state.parameters()));
            bits.accept(KernelArrays.bits(state.parameters()));
        }
        return List.copyOf(networks);
    }

    private static void requireRelu(Network network) {
        network.layers().subList(0, network.layers().size() - 1).forEach(layer -> {
            if (layer.activation() != Activation.RELU) {
                throw new DomainException("errors written at kinks of " + layer.activation().id() + ", expected relu");
            }
        });
    }

    private static int onlyOne(List<Integer> batch) {
        if (batch.size() > 1) {
            throw new DomainException("errors written in a batch of " + batch.size() + " samples, expected batches of one");
        }
        return batch.get(0);
    }

    private static Parameters gradient(Parameters p, LearningRule rule, BigFraction written, BigFraction[] x, BigFraction[] y) {
        BigFraction[][] z = Backpropagation.preactivations(p, rule.activations, x);
        BigFraction[] error = rule.loss.at(Backpropagation.output(z), y);
        BigFraction[][] errors = Matrices.withRow(z, z.length - 1, error);
        for (int l = z.length - 2; l >= 0; l--) {
            BigFraction[] back = Matrices.transposeTimes(p.weights[l + 1], error, z[l].length);
            error = Vectors.times(back, Vectors.slopes(rule.activations[l], BigFraction.ZERO, z[l]));
            for (int j = 0; j < error.length; j++) {
                error[j] = z[l][j].signum() == 0 ? written : error[j];
            }
            errors = Matrices.withRow(errors, l, error);
        }
        return Backpropagation.assemble(p, rule.activations, x, z, errors);
    }
}
