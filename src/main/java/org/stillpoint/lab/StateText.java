package org.stillpoint.lab;

import java.util.Optional;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealStep;
import org.stillpoint.symmetry.Consequence;
import org.stillpoint.symmetry.Consequences;
import org.stillpoint.symmetry.DeadUnits;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.LayerMoves;

/**
 * What the lab shows of a training after some steps, as JSON text:
 *
 * <pre>{"step": 3, "network": {...}, "loss": "1/2", "accuracy": "1", "accuracyRule": "sign", "widths": [2, 2, 1],
 * "classes": [[[0, 1]]], "dead": [[]], "moved": [{"weights": 4, "of": 4, "bias": 0, "ofBias": 2}, ...], "changed": true,
 * "consequences": [{"claim": "SYM-2", "layer": 1, "units": [0, 1], "says": "..."}],
 * "pass": {"batch": [1], "samples": [...], "gradients": {...}, "next": {...}}, "stopped": null}</pre>
 *
 * with {@code start} and {@code data} at step 0. The consequences are those of the start; the pass is the one that the next step
 * takes; {@code next} is null if that step makes numbers that are too long, and {@code stopped} says so.
 */
final class StateText {

    private StateText() {
    }

    /** @throws PastBoundException if one of these steps makes numbers that are too long */
    static String of(ExactRun run, int step) {
        Network network = run.network(step);
        Network start = run.problem().start();
        DataSet data = run.problem().data();
        RealNetwork shown = RealNetwork.of(network);
        String next = JsonText.NULL;
        String stopped = JsonText.NULL;
        try {
            next = NetworkText.network(RealNetwork.of(run.network(step + 1)));
        } catch (PastBoundException e) {
            stopped = JsonText.string(e.getMessage());
        }
        return JsonText.object(
                "step", String.valueOf(step),
                "network", NetworkText.network(shown),
                "loss", JsonText.number(run.loss(step)),
                "accuracy", JsonText.orNull(run.accuracy(step), accuracy -> JsonText.number(accuracy.share())),
                "accuracyRule", JsonText.orNull(AccuracyRule.of(data), rule -> JsonText.string(rule.id())),
                "widths", JsonText.counts(network.widths()),
                "classes", JsonText.array(UnitClasses.of(network), layer -> JsonText.array(layer.classes(), JsonText::counts)),
                "dead", JsonText.array(DeadUnits.on(network, data), JsonText::counts),
                "moved", JsonText.array(LayerMoves.between(start, shown), StateText::moved),
                "changed", String.valueOf(step > 0 && run.changed(step)),
                "start", step == 0 ? NetworkText.network(RealNetwork.of(start)) : "",
                "data", step == 0 ? NetworkText.data(data) : "",
                "consequences", JsonText.array(Consequences.of(start, Optional.of(data)), StateText::consequence),
                "pass", NetworkText.pass(RealStep.of(run.pass(step)), data, next),
                "stopped", stopped);
    }

    private static String moved(LayerMoves layer) {
        return JsonText.object("weights", String.valueOf(layer.weights()), "of", String.valueOf(layer.ofWeights()),
                "bias", String.valueOf(layer.bias()), "ofBias", String.valueOf(layer.ofBias()));
    }

    private static String consequence(Consequence consequence) {
        return JsonText.object("claim", JsonText.string(consequence.claim()),
                "layer", JsonText.orNull(consequence.layer(), String::valueOf),
                "units", JsonText.counts(consequence.units()),
                "inputs", consequence.inputs().isEmpty() ? "" : JsonText.counts(consequence.inputs()),
                "says", JsonText.string(consequence.says()));
    }
}
