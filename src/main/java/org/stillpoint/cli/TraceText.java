package org.stillpoint.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealSample;
import org.stillpoint.engine.RealStep;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.format.RealText;

/** A trace as plain text that can be checked by hand. */
final class TraceText {

    private static final String INDENT = "  ";

    private TraceText() {
    }

    /** @param stopped why the trace ends early, if it does */
    static String text(Network start, DataSet data, RealTrace trace, Optional<String> stopped) {
        StringBuilder text = new StringBuilder("start\n").append(network(RealNetwork.of(start), INDENT));
        for (int s = 0; s < trace.steps().size(); s++) {
            RealStep step = trace.steps().get(s);
            text.append("\nstep ").append(s + 1).append('\n');
            for (int i = 0; i < step.batch().size(); i++) {
                text.append(sample(data, step.batch().get(i), step.samples().get(i)));
            }
            text.append(INDENT).append("mean gradient\n").append(gradient(step.gradients(), INDENT + INDENT));
            text.append(INDENT).append("network after the step\n").append(network(step.network(), INDENT + INDENT));
        }
        stopped.ifPresent(why -> text.append('\n').append(why).append('\n'));
        return text.toString();
    }

    private static String sample(DataSet data, int index, RealSample sample) {
        StringBuilder text = new StringBuilder(INDENT).append("sample ").append(index + 1)
                .append(": x = ").append(vector(data.inputs().get(index)))
                .append(", y = ").append(vector(data.targets().get(index))).append('\n');
        for (int l = 0; l < sample.preactivations().size(); l++) {
            text.append(INDENT).append(INDENT).append("layer ").append(l + 1)
                    .append(": z = ").append(RealText.of(sample.preactivations().get(l)));
            if (l < sample.activations().size()) {
                text.append(", a = ").append(RealText.of(sample.activations().get(l)));
            }
            text.append(", delta = ").append(RealText.of(sample.deltas().get(l))).append('\n');
        }
        return text.append(INDENT).append(INDENT).append("output ").append(RealText.of(sample.output()))
                .append(", loss ").append(RealText.of(sample.loss())).append('\n').toString();
    }

    private static String network(RealNetwork network, String indent) {
        return layers(network.layers(), "W", "b", indent);
    }

    /** One line a layer. */
    static String gradient(List<RealLayer> gradient, String indent) {
        return layers(gradient, "dW", "db", indent);
    }

    private static String layers(List<RealLayer> layers, String weights, String bias, String indent) {
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < layers.size(); l++) {
            text.append(indent).append("layer ").append(l + 1).append(": ").append(weights).append(" = ")
                    .append(matrix(layers.get(l).weights()))
                    .append(layers.get(l).bias().map(b -> ", " + bias + " = " + RealText.of(b)).orElse("")).append('\n');
        }
        return text.toString();
    }

    /** As in {@code (1, 1/2)}. */
    static String vector(Vector vector) {
        return vector.entries().stream().map(ExactNumber::write).collect(Collectors.joining(", ", "(", ")"));
    }

    /** As in {@code [(1, 2), (3, 4)]}, row by row. */
    static String matrix(List<List<Real>> rows) {
        return rows.stream().map(RealText::of).collect(Collectors.joining(", ", "[", "]"));
    }
}
