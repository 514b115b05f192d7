package org.stillpoint.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.training.Kept;
import org.stillpoint.training.LayerMoves;
import org.stillpoint.training.RealResult;
import org.stillpoint.training.Stop;

/** What training ended with, for people. */
final class TrainText {

    private TrainText() {
    }

    /** @param steps as many as were asked for */
    static String text(DataInput.Input input, Kept<RealResult> kept, int steps, EngineName engine) {
        RealResult result = kept.result();
        return "steps: " + result.steps() + "\n"
                + kept.stopped().map(stop -> stopped(stop, result.steps(), steps, engine) + "\n").orElse("")
                + "mean loss: " + Readable.number(result.loss()) + "\n"
                + "accuracy: " + accuracy(result, AccuracyRule.of(input.data())) + "\n"
                + moved(LayerMoves.between(input.network(), result.network()));
    }

    private static String accuracy(RealResult result, Optional<AccuracyRule> rule) {
        return result.accuracy().map(accuracy -> Readable.number(accuracy.share()) + " by the rule " + accuracy.rule().id())
                .orElse(rule.map(any -> "not decided by the rule " + any.id()).orElse("none, the targets are no labels"));
    }

    private static String moved(List<LayerMoves> layers) {
        int changed = layers.stream().mapToInt(layer -> layer.weights() + layer.bias()).sum();
        int all = layers.stream().mapToInt(layer -> layer.ofWeights() + layer.ofBias()).sum();
        return "parameters changed: " + changed + " of " + all + "\n"
                + IntStream.range(0, layers.size()).mapToObj(l -> moved(l + 1, layers.get(l))).collect(Collectors.joining());
    }

    private static String moved(int number, LayerMoves layer) {
        return "moved in layer " + number + ": weights " + layer.weights() + " of " + layer.ofWeights()
                + (layer.ofBias() == 0 ? ", no bias" : ", bias " + layer.bias() + " of " + layer.ofBias())
                + (layer.undecided() == 0 ? "" : ", not decided " + layer.undecided()) + "\n";
    }

    /**
     * One line without its end.
     *
     * @param taken as many as are in the result
     * @param steps as many as were asked for
     */
    static String stopped(Stop stop, int taken, int steps, EngineName engine) {
        return "stopped: after step " + taken + " of " + steps + ": "
                + (engine == EngineName.ENCLOSURE ? enclosing(stop) : "step " + stop.step() + " has numbers of " + stop.bits()
                        + " bits, the limit is " + stop.limit() + " (--max-bits)");
    }

    private static String enclosing(Stop stop) {
        return stop.why() + (stop.bits() > stop.limit() ? " (--max-precision)" : "");
    }
}
