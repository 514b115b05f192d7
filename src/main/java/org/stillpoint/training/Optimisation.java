package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.reference.KernelArrays;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.OptimiserState;

/** Exact training with any optimiser, and with dropout. All gradients are the kernel's own. */
public final class Optimisation {

    private Optimisation() {
    }

    /**
     * Trains with any optimiser and any loss, given by its derivative.
     *
     * @param settings its steps, its batches and its kappa; rate, momentum, decay and loss play no part
     * @return the network after each step, after the start itself
     * @throws DomainException if the data does not fit the network, or the optimiser needs a root that is not rational
     */
    public static List<Network> train(Network start, DataSet data, Settings settings, LossDerivative derivative,
                                      Optimiser optimiser) {
        return train(start, data, settings, derivative, optimiser, (step, sample) -> List.of(), bits -> { });
    }

    /**
     * As without dropout, but with the masks of each sample in each step.
     *
     * @param bits told after each step the longest numerator or denominator among the parameters, in bits; it stops the training
     *     by throwing
     * @throws DomainException if the data or the masks do not fit the network, or the optimiser needs a root that is not rational
     */
    public static List<Network> train(Network start, DataSet data, Settings settings, LossDerivative derivative,
                                      Optimiser optimiser, Dropout dropout, IntConsumer bits) {
        KernelArrays.requireFit(start, data);
        LearningRule rule = KernelArrays.rule(start, settings, derivative);
        Dropout fitting = (step, sample) -> dropout.masksFor(start, step, sample);
        OptimiserState state = optimiser.start(KernelArrays.parameters(start));
        List<Network> networks = new ArrayList<>(List.of(start));
        for (int step = 0; step < settings.steps(); step++) {
            Parameters gradient = gradient(state.parameters(), rule, data, settings, fitting, step);
            state = optimiser.step(state, gradient);
            networks.add(KernelArrays.network(start, state.parameters()));
            bits.accept(KernelArrays.bits(state.parameters()));
        }
        return List.copyOf(networks);
    }

    private static Parameters gradient(Parameters parameters, LearningRule rule, DataSet data, Settings settings,
                                       Dropout dropout, int step) {
        List<Integer> batch = settings.batch(step, data.size());
        BigFraction share = new BigFraction(1, batch.size());
        BigFraction[][][] weights = Stacks.zeros(parameters.weights);
        BigFraction[][] biases = Matrices.zeros(parameters.biases);
        for (int i : batch) {
            List<Vector> masks = dropout.masks(step, i);
            Parameters masked = Parameters.of(masked(parameters.weights, masks), parameters.biases);
            Parameters sample = Sgd.sampleGradient(masked, rule,
                    KernelArrays.array(data.inputs().get(i)), KernelArrays.array(data.targets().get(i)));
            weights = Stacks.addScaled(weights, share, masked(sample.weights, masks));
            biases = Matrices.addScaled(biases, share, sample.biases);
        }
        return Parameters.of(weights, biases);
    }

    /**
     * Each column times the mask of the unit that it comes from. A mask on a unit does to the output what it would do to the
     * outgoing weights of the unit, and to their gradients.
     */
    private static BigFraction[][][] masked(BigFraction[][][] weights, List<Vector> masks) {
        if (masks.isEmpty()) {
            return weights;
        }
        BigFraction[][][] result = weights.clone();
        for (int l = 1; l < weights.length; l++) {
            result[l] = masked(weights[l], masks.get(l - 1));
        }
        return result;
    }

    private static BigFraction[][] masked(BigFraction[][] rows, Vector mask) {
        BigFraction[][] result = new BigFraction[rows.length][mask.size()];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < mask.size(); k++) {
                result[j][k] = rows[j][k].multiply(mask.get(k));
            }
        }
        return result;
    }
}
