package org.stillpoint.arbitraries;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;

/** Requires of a property that at least one try in twenty reaches each interesting case; it fails otherwise. */
public final class Coverage {

    private Coverage() {
    }

    /** One sample, and samples that are there more than once. */
    public static void ofData(DataSet data) {
        require("one sample", data.size() == 1);
        require("repeated samples", repeats(data));
    }

    /** Hidden layers of width 1 and of more than one unit, and more than one hidden layer. */
    public static void ofWidths(Network network) {
        List<Integer> hidden = network.widths().subList(1, network.layers().size());
        require("width 1", hidden.contains(1));
        require("width above 1", hidden.stream().anyMatch(width -> width > 1));
    }

    /** Pre-activations of ReLU that are 0, and units of ReLU that no sample activates. */
    public static void ofSigns(TrainingRun run) {
        require("tie at zero", rectified(run).anyMatch(unit -> unit.contains(0)));
        require("dead unit", rectified(run).anyMatch(unit -> unit.stream().allMatch(sign -> sign <= 0)));
    }

    /** Several steps, momentum, weight decay, and a derivative at the kink other than 0 and 1. */
    public static void ofSettings(TrainingRun run) {
        require("several steps", run.settings().steps() > 1);
        require("momentum", run.settings().momentum().signum() != 0);
        require("weight decay", run.settings().weightDecay().signum() != 0);
        require("unknown loss", run.derivative() instanceof ArbitraryLoss);
    }

    /**
     * Each depth, loss and activation given, batches of several samples, and what {@link #ofData} and {@link #ofSigns} require.
     */
    public static void ofTraining(TrainingRun run, List<Activation> activations) {
        List<Activation> hidden = run.network().layers().subList(0, run.network().layers().size() - 1).stream()
                .map(Layer::activation).toList();
        IntStream.rangeClosed(1, 4).forEach(depth -> require("depth " + depth, run.network().layers().size() == depth));
        Stream.of(RationalLoss.values()).forEach(loss -> require(loss.id(), run.settings().loss() == loss));
        activations.forEach(sigma -> require(sigma.id(), hidden.contains(sigma)));
        require("several samples a step", run.settings().batchSize() > 1 && run.data().size() > 1);
        require("several steps", run.settings().steps() > 1);
        require("momentum", run.settings().momentum().signum() != 0);
        require("weight decay", run.settings().weightDecay().signum() != 0);
        ofData(run.data());
        ofSigns(run);
    }

    /** At least one try in twenty is of this kind. */
    public static void require(String what, boolean present) {
        Statistics.label(what).collect(present).coverage(coverage ->
                coverage.check(true).count((count, tries) -> 20 * count >= tries));
    }

    private static boolean repeats(DataSet data) {
        List<Tuple.Tuple2<Vector, Vector>> samples = IntStream.range(0, data.size())
                .mapToObj(i -> Tuple.of(data.inputs().get(i), data.targets().get(i))).toList();
        return new HashSet<>(samples).size() < samples.size();
    }

    /** For each unit of a hidden layer of ReLU, the sign of its pre-activation for each sample. */
    private static Stream<List<Integer>> rectified(TrainingRun run) {
        List<List<Vector>> samples = run.preactivations();
        Network network = run.network();
        return IntStream.range(0, network.layers().size())
                .filter(l -> network.layers().get(l).activation() == Activation.RELU).boxed()
                .flatMap(l -> IntStream.range(0, network.layers().get(l).units())
                        .mapToObj(j -> samples.stream().map(z -> z.get(l).get(j).signum()).toList()));
    }
}
