package org.stillpoint.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.generation.Architecture;
import org.stillpoint.generation.Start;

/** Reads the network of a problem, in the form of network files, or makes it by its shape and the name of its start. */
final class NetworkReader {

    private static final int MAX_LAYERS = 8;
    private static final int MAX_WIDTH = 50;
    private static final int MAX_PARAMETERS = 2000;
    private static final List<Integer> SHAPE = List.of(2, 2, 1);

    private NetworkReader() {
    }

    static Network read(Given problem) {
        Optional<Given> given = problem.optional("network");
        if (given.isPresent()) {
            return ofLayers(given.get());
        }
        Architecture architecture = architecture(problem);
        Start start = problem.optional("start").map(name -> name.checked(() -> Start.fromId(name.text()))).orElse(Start.ZEROS);
        return start.network(architecture, problem.optional("value").map(Given::number).orElse(BigFraction.ONE),
                problem.optional("seed").map(Given::seed).orElse(0L));
    }

    private static Network ofLayers(Given network) {
        List<Given> layers = network.allowing(Set.of("layers")).required("layers").elements();
        List<Layer> read = layers.stream().map(NetworkReader::layer).toList();
        Network made = network.checked(() -> new Network(read));
        requireSmall(made.widths());
        return made;
    }

    private static Layer layer(Given layer) {
        layer.allowing(Set.of("weights", "bias", "activation"));
        Matrix weights = layer.required("weights").matrix();
        Optional<Vector> bias = layer.optional("bias").map(Given::vector);
        Activation activation = activation(layer.required("activation"));
        return layer.checked(() -> new Layer(weights, bias, activation));
    }

    private static Architecture architecture(Given problem) {
        List<Integer> widths = problem.optional("shape")
                .map(shape -> shape.elements().stream().map(width -> width.count(1, MAX_WIDTH)).toList()).orElse(SHAPE);
        if (widths.size() < 2) {
            throw new DomainException("a shape of " + widths.size() + " widths, expected two or more, such as 2, 2, 1");
        }
        requireSmall(widths);
        return new Architecture(widths, problem.optional("bias").map(Given::flag).orElse(true),
                problem.optional("activation").map(NetworkReader::activation).orElse(Activation.RELU),
                problem.optional("outputActivation").map(NetworkReader::activation).orElse(Activation.IDENTITY));
    }

    private static Activation activation(Given name) {
        return name.checked(() -> Activation.fromId(name.text()));
    }

    private static void requireSmall(List<Integer> widths) {
        if (widths.size() - 1 > MAX_LAYERS) {
            throw new DomainException(widths.size() - 1 + " layers, expected at most " + MAX_LAYERS);
        }
        long parameters = 0;
        for (int l = 1; l < widths.size(); l++) {
            parameters += (widths.get(l - 1) + 1L) * widths.get(l);
        }
        if (parameters > MAX_PARAMETERS) {
            throw new DomainException("a network of " + parameters + " parameters, expected at most " + MAX_PARAMETERS);
        }
    }
}
