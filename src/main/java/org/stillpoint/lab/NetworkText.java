package org.stillpoint.lab;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealSample;
import org.stillpoint.engine.RealStep;

/** Networks, data and passes as JSON text, in the form of the files that commands read and write. */
final class NetworkText {

    private NetworkText() {
    }

    static String network(RealNetwork network) {
        List<String> layers = IntStream.range(0, network.layers().size()).mapToObj(l -> layer(network.layers().get(l),
                JsonText.string(network.shape().layers().get(l).activation().id()))).toList();
        return JsonText.object("layers", JsonText.array(layers, layer -> layer));
    }

    static String gradients(List<RealLayer> layers) {
        return JsonText.object("layers", JsonText.array(layers, layer -> layer(layer, "")));
    }

    private static String layer(RealLayer layer, String activation) {
        return JsonText.object("weights", JsonText.vectors(layer.weights()),
                "bias", layer.bias().map(JsonText::numbers).orElse(""), "activation", activation);
    }

    static String data(DataSet data) {
        return JsonText.object("inputs", JsonText.array(data.inputs(), JsonText::exact),
                "targets", JsonText.array(data.targets(),
                        target -> target.size() == 1 ? JsonText.number(target.get(0)) : JsonText.exact(target)));
    }

    /** The passes of a step, with the input and the target of each sample. */
    static String pass(RealStep pass, DataSet data, String next) {
        List<String> samples = IntStream.range(0, pass.batch().size())
                .mapToObj(i -> sample(pass.samples().get(i), data, pass.batch().get(i))).toList();
        return JsonText.object("batch", JsonText.counts(pass.batch()), "samples", JsonText.array(samples, sample -> sample),
                "gradients", gradients(pass.gradients()), "next", next);
    }

    private static String sample(RealSample sample, DataSet data, int i) {
        return JsonText.object("x", JsonText.exact(data.inputs().get(i)),
                "y", JsonText.exact(data.targets().get(i)),
                "preactivations", JsonText.vectors(sample.preactivations()),
                "activations", JsonText.vectors(sample.activations()), "deltas", JsonText.vectors(sample.deltas()),
                "output", JsonText.numbers(sample.output()), "loss", JsonText.number(sample.loss()));
    }
}
