package org.stillpoint.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.Settings;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;
import org.stillpoint.training.UpdateRule;

/** What the fast engine leaves to the reference, against the nearest training that it does itself. */
final class FallbackTable {

    private static final int STEPS = 3;
    private static final long MILLISECOND = 1_000_000;
    private static final String LEFT = "left";
    private static final String OWN = "own";

    private final Report report;
    private final int rounds;
    private final Workload.Train own;

    private FallbackTable(Report report, int rounds) {
        this.report = report;
        this.rounds = rounds;
        this.own = Trainings.generated("", List.of(5, 5, 1), STEPS, Settings.defaults(STEPS));
    }

    /** Adds the table. */
    static void write(Report report, int rounds) {
        String title = "What is left to the reference, 5-5-1, " + STEPS + " hinge steps";
        if (report.wants(title)) {
            report.header(title, List.of("instead of ReLU, the identity and gradient descent", "reference, a run",
                    "reference / fast engine without it"));
            new FallbackTable(report, rounds).rows();
        }
    }

    private void rows() {
        activations().forEach((name, network) -> row(name, network, UpdateRule.DESCENT));
        BigFraction rate = own.settings().learningRate();
        Optimiser nesterov = new Nesterov(rate, BigFraction.ONE_HALF, BigFraction.ZERO);
        row("Nesterov's momentum 1/2", own.network(), new UpdateRule(Optional.of(nesterov), Optional.empty()));
    }

    private Map<String, Network> activations() {
        Map<String, Network> networks = new LinkedHashMap<>();
        for (RationalActivation sigma : RationalActivation.all()) {
            for (int l = 0; l < 2; l++) {
                Network network = with(sigma, l);
                if (Engine.FAST.usedFor(network) == Engine.REFERENCE) {
                    networks.put(sigma.id() + (l == 0 ? " in the hidden layer" : " in the last layer"), network);
                }
            }
        }
        return networks;
    }

    private Network with(Activation sigma, int l) {
        List<Layer> layers = new ArrayList<>(own.network().layers());
        layers.set(l, new Layer(layers.get(l).weights(), layers.get(l).bias(), sigma));
        return new Network(layers);
    }

    private void row(String name, Network network, UpdateRule rule) {
        Race race = new Race();
        race.add(LEFT, new Contestant.Trains(() ->
                Training.train(network, own.data(), own.settings(), rule, Engine.FAST, (step, bits) -> { }).network()));
        race.add(OWN, Contestant.of(Engine.FAST, own));
        race.run(rounds, 200 * MILLISECOND, 20 * MILLISECOND, 400 * MILLISECOND);
        report.row(Stream.of(name, Report.time(race.median(LEFT)), Report.ratio(race.ratio(LEFT, OWN))));
    }
}
