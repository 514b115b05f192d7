package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.certificate.Findings;
import org.stillpoint.graph.certificate.TrainingQuestion;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.training.Optimiser;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What certificates say of a network that is cut in one way.
 *
 * @param blocks of each tensor that is analysed
 * @param verdicts on its training, those that suppose least first
 * @param now on the first run, before anything has moved
 */
record Examination(Partition partition, Map<Weights, TensorBlocks> blocks, List<Verdict> verdicts, Verdict now) {

    /**
     * What was found of a training.
     *
     * @param decays whether weights decay in it
     * @param conditions that it supposes
     */
    record Verdict(BlockGraph graph, TrainingProgram program, Findings findings, boolean decays, Set<Condition> conditions) {

        int slot(Node node) {
            return program.slot(node.name());
        }

        boolean isZero(Node node) {
            return findings.certificate().isZero(slot(node));
        }

        boolean isUnchanged(Node parameter) {
            int slot = slot(parameter);
            return findings.certificate().of(program.next()[slot]) == findings.certificate().of(slot);
        }

        boolean areEqual(Node one, Node other) {
            return findings.certificate().of(slot(one)) == findings.certificate().of(slot(other));
        }
    }

    /** @throws IOException if entries cannot be read */
    static Examination of(Understood network, Partition partition) throws IOException {
        Map<Weights, TensorBlocks> blocks = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            for (TensorUse use : TensorUse.of(layer)) {
                if (!blocks.containsKey(use.weights())) {
                    blocks.put(use.weights(), TensorBlocks.of(TensorUse.of(layer), partition));
                }
            }
        }
        BlockGraph zeroAtKinks = BlockGraph.of(network, partition, blocks, BigFraction.ZERO);
        List<Verdict> verdicts = new ArrayList<>();
        BlockGraph anyAtKinks = hasKinksAtZero(network) ? BlockGraph.of(network, partition, blocks, BigFraction.ONE_HALF) : null;
        for (boolean decays : List.of(true, false)) {
            if (anyAtKinks != null) {
                verdicts.add(verdict(network, anyAtKinks, decays, false));
            }
            verdicts.add(verdict(network, zeroAtKinks, decays, anyAtKinks != null));
        }
        Verdict last = verdicts.get(verdicts.size() - 1);
        Verdict now = new Verdict(zeroAtKinks, last.program(), TrainingQuestion.about(last.program()).inTheFirstStep(), false,
                Set.of());
        return new Examination(partition, blocks, List.copyOf(verdicts), now);
    }

    private static Verdict verdict(Understood network, BlockGraph graph, boolean decays, boolean zeroAtKinks) {
        Optimiser optimiser = decays ? Optimisers.momentum().withDecay() : Optimisers.momentum();
        TrainingProgram program = TrainingProgram.of(graph.graph(), optimiser);
        Set<Condition> conditions = EnumSet.of(Condition.FRESH_OPTIMISER, Condition.COORDINATEWISE_OPTIMISER);
        if (!decays) {
            conditions.add(Condition.NO_WEIGHT_DECAY);
        }
        if (zeroAtKinks) {
            conditions.add(Condition.KAPPA_ZERO);
        }
        if (network.has(Layer.BatchNormalisation.class)) {
            conditions.add(Condition.BATCH_STATISTICS);
        }
        return new Verdict(graph, program, TrainingQuestion.about(program).forEver(), decays, conditions);
    }

    /** Whether it matters what the derivative at kinks is taken to be. */
    private static boolean hasKinksAtZero(Understood network) {
        return network.layers().stream().anyMatch(layer -> layer instanceof Layer.Pointwise pointwise
                && (pointwise.function() instanceof PointwiseFunction.Clip
                || pointwise.function() instanceof PointwiseFunction.Of of
                && (of.activation().equals(Activation.RELU) || of.activation().equals(Activation.ABS))));
    }
}
