package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.certificate.Findings;
import org.stillpoint.graph.certificate.TrainingQuestion;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.program.BlockGraph.Conventions;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What certificates say of a network that is cut in one way.
 *
 * @param blocks of each tensor that is analysed
 * @param verdicts on its training, those that suppose least first
 * @param nows on the first run, before anything has moved, whatever batch normalisation uses, and if it uses the batch
 */
record Examination(Partition partition, Map<Weights, TensorBlocks> blocks, List<Verdict> verdicts, List<Verdict> nows) {

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

        /** Which slots it is equal to: those of the same class. */
        int classOf(Node node) {
            return findings.certificate().of(slot(node));
        }
    }

    /** On the first run, whatever batch normalisation uses. */
    Verdict now() {
        return nows.get(0);
    }

    /** @throws IOException if entries cannot be read */
    static Examination of(Understood network, Partition partition) throws IOException {
        Map<Weights, TensorBlocks> blocks = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            add(TensorUse.of(layer), partition, blocks);
            for (TensorUse statistics : TensorUse.ofStatistics(layer)) {
                add(List.of(statistics), partition, blocks);
            }
        }
        Set<Condition> zeroAtKinksOf = kinksAtZero(network);
        boolean kinks = !zeroAtKinksOf.isEmpty();
        boolean tied = isTied(network);
        boolean batches = network.has(Layer.BatchNormalisation.class);
        List<Verdict> verdicts = new ArrayList<>();
        List<Verdict> now = new ArrayList<>();
        for (boolean onBatches : batches ? List.of(false, true) : List.of(false)) {
            for (boolean zeroAtKinks : kinks ? List.of(false, true) : List.of(false)) {
                BlockGraph graph = BlockGraph.of(network, partition, blocks,
                        new Conventions(zeroAtKinks ? BigFraction.ZERO : BigFraction.ONE_HALF, onBatches));
                Set<Condition> conditions = EnumSet.noneOf(Condition.class);
                if (onBatches) {
                    conditions.add(Condition.BATCH_STATISTICS);
                }
                if (zeroAtKinks) {
                    conditions.addAll(zeroAtKinksOf);
                }
                Set<Condition> trained = EnumSet.of(Condition.LOSS_OF_OUTPUTS, Condition.FINITE, Condition.FRESH_OPTIMISER,
                        Condition.COORDINATEWISE_OPTIMISER);
                trained.addAll(conditions);
                if (tied) {
                    trained.add(Condition.TIED);
                }
                Verdict training = verdict(graph, false, trained);
                if (!zeroAtKinks) {
                    now.add(first(graph, training.program(), conditions));
                }
                verdicts.add(training);
                verdicts.add(verdict(graph, true, trained));
            }
        }
        verdicts.sort(Comparator.comparingInt(verdict -> verdict.conditions().size()));
        return new Examination(partition, blocks, List.copyOf(verdicts), List.copyOf(now));
    }

    private static void add(List<TensorUse> uses, Partition partition, Map<Weights, TensorBlocks> blocks) throws IOException {
        if (!uses.isEmpty() && !blocks.containsKey(uses.get(0).weights())) {
            blocks.put(uses.get(0).weights(), TensorBlocks.of(uses, partition));
        }
    }

    private static Verdict first(BlockGraph graph, TrainingProgram program, Set<Condition> conditions) {
        return new Verdict(graph, program, TrainingQuestion.about(program).inTheFirstStep(), false, Set.copyOf(conditions));
    }

    private static Verdict verdict(BlockGraph graph, boolean decays, Set<Condition> given) {
        TrainingProgram program = TrainingProgram.of(graph.graph(),
                decays ? Optimisers.momentum().withDecay() : Optimisers.momentum());
        Set<Condition> conditions = EnumSet.copyOf(given);
        if (!decays) {
            conditions.add(Condition.NO_WEIGHT_DECAY);
        }
        return new Verdict(graph, program, TrainingQuestion.about(program).forEver(), decays, conditions);
    }

    /** What is supposed if derivatives at kinks are taken as 0; nothing if there are no such kinks at 0. */
    private static Set<Condition> kinksAtZero(Understood network) {
        Set<Condition> kinks = EnumSet.noneOf(Condition.class);
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Pointwise pointwise && pointwise.function() instanceof PointwiseFunction.Of of
                    && (of.activation().equals(Activation.RELU) || of.activation().equals(Activation.ABS))) {
                kinks.add(Condition.KAPPA_ZERO);
            } else if (layer instanceof Layer.Pointwise pointwise && pointwise.function() instanceof PointwiseFunction.Clip clip
                    && Stream.of(clip.low(), clip.high()).flatMap(Optional::stream).anyMatch(bound -> bound.signum() == 0)) {
                kinks.add(Condition.BOUNDS_ZERO);
            }
        }
        return kinks;
    }

    private static boolean isTied(Understood network) {
        List<Weights> trained = network.layers().stream().flatMap(layer -> layer.weights().stream())
                .filter(network.analysed()::contains).toList();
        return new HashSet<>(trained).size() < trained.size();
    }
}
