package org.stillpoint.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.Trace;

/** A trace as plain text that can be checked by hand. */
final class TraceText {

    private static final String INDENT = "  ";

    private TraceText() {
    }

    /** @param stopped why the trace ends early, if it does */
    static String text(Network start, DataSet data, Trace trace, Optional<String> stopped) {
        StringBuilder text = new StringBuilder("start\n").append(network(start, INDENT));
        for (int s = 0; s < trace.steps().size(); s++) {
            StepTrace step = trace.steps().get(s);
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

    private static String sample(DataSet data, int index, SampleTrace sample) {
        StringBuilder text = new StringBuilder(INDENT).append("sample ").append(index + 1)
                .append(": x = ").append(vector(data.inputs().get(index)))
                .append(", y = ").append(vector(data.targets().get(index))).append('\n');
        for (int l = 0; l < sample.preactivations().size(); l++) {
            text.append(INDENT).append(INDENT).append("layer ").append(l + 1)
                    .append(": z = ").append(vector(sample.preactivations().get(l)));
            if (l < sample.activations().size()) {
                text.append(", a = ").append(vector(sample.activations().get(l)));
            }
            text.append(", delta = ").append(vector(sample.deltas().get(l))).append('\n');
        }
        return text.append(INDENT).append(INDENT).append("output ").append(vector(sample.output()))
                .append(", loss ").append(ExactNumber.write(sample.loss())).append('\n').toString();
    }

    private static String network(Network network, String indent) {
        List<Layer> layers = network.layers();
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < layers.size(); l++) {
            text.append(layer(l, "W", layers.get(l).weights(), "b", layers.get(l).bias(), indent));
        }
        return text.toString();
    }

    /** One line a layer. */
    static String gradient(NetworkGradient gradient, String indent) {
        List<LayerGradient> layers = gradient.layers();
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < layers.size(); l++) {
            text.append(layer(l, "dW", layers.get(l).weights(), "db", layers.get(l).bias(), indent));
        }
        return text.toString();
    }

    private static String layer(int l, String weightsName, Matrix weights, String biasName, Optional<Vector> bias,
                                String indent) {
        return indent + "layer " + (l + 1) + ": " + weightsName + " = " + matrix(weights)
                + bias.map(b -> ", " + biasName + " = " + vector(b)).orElse("") + "\n";
    }

    /** As in {@code (1, 1/2)}. */
    static String vector(Vector vector) {
        return vector.entries().stream().map(ExactNumber::write).collect(Collectors.joining(", ", "(", ")"));
    }

    /** As in {@code [(1, 2), (3, 4)]}, row by row. */
    static String matrix(Matrix matrix) {
        return matrix.rows().stream().map(TraceText::vector).collect(Collectors.joining(", ", "[", "]"));
    }
}
