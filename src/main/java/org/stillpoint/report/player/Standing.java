package org.stillpoint.report.player;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.report.drawing.NetworkDrawing;
import org.stillpoint.training.Evaluation;

/** How a network does on the data, in a sentence. */
final class Standing {

    /** The most samples that every frame is measured on: a step may see one of them only. */
    private static final int MOST_SAMPLES = 20;

    /** The longest number in a sentence, in characters. */
    private static final int LONGEST = 20;

    private Standing() {
    }

    /** Empty if that is not known exactly, or takes long. */
    static String of(RealNetwork network, DataSet data, Loss loss) {
        return loss.isRational() && data.size() <= MOST_SAMPLES
                ? exact(network).map(known -> sentence(known, data, loss)).orElse("") : "";
    }

    private static String sentence(Network network, DataSet data, Loss loss) {
        return " Mean loss " + shown(Evaluation.meanLoss(network, data, loss))
                + Evaluation.accuracy(network, data).map(Accuracy::share).map(share -> ", accuracy " + shown(share)).orElse("")
                + ".";
    }

    private static String shown(BigFraction number) {
        String text = ExactNumber.write(number);
        return text.length() <= LONGEST ? text.replace('-', '\u2212') : NetworkDrawing.rounded(new Exact(number));
    }

    private static Optional<Network> exact(RealNetwork network) {
        boolean known = network.shape().isRational() && network.layers().stream().allMatch(layer ->
                isExact(layer.weights()) && isExact(layer.bias().stream().toList()));
        return known ? Optional.of(new Network(IntStream.range(0, network.layers().size())
                .mapToObj(l -> layer(network.shape().layers().get(l), network.layers().get(l))).toList())) : Optional.empty();
    }

    private static boolean isExact(List<List<Real>> rows) {
        return rows.stream().allMatch(row -> row.stream().allMatch(Exact.class::isInstance));
    }

    private static Layer layer(Layer shape, RealLayer layer) {
        return new Layer(new Matrix(layer.weights().stream().map(Standing::vector).toList()), layer.bias().map(Standing::vector),
                shape.activation());
    }

    private static Vector vector(List<Real> numbers) {
        return new Vector(numbers.stream().map(number -> ((Exact) number).value()).toList());
    }
}
