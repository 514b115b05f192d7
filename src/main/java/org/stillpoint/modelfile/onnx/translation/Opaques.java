package org.stillpoint.modelfile.onnx.translation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;
import org.stillpoint.modelfile.tensor.Weights;

/** Nodes that are not understood. */
final class Opaques {

    private Opaques() {
    }

    /**
     * Adds a layer without rules for a node, with all that goes into it. Of its outputs those are values whose channels are told
     * by weights, its own or those that take it; of the others nothing is known. A node that nothing trained goes through has no
     * layer.
     *
     * @param inside weights of the graphs that the node has
     */
    static void add(Node node, NotUnderstood reason, Collection<Weights> inside, Scope scope) {
        Set<Value> inputs = new LinkedHashSet<>();
        Set<Weights> weights = new LinkedHashSet<>();
        for (String input : Takers.taken(node.proto())) {
            Known known = scope.known(input);
            if (known instanceof Known.Stream stream) {
                inputs.add(stream.value());
            } else if (known instanceof Known.Tensor tensor && tensor.weights().isFloating()) {
                weights.add(tensor.weights());
            }
        }
        weights.addAll(inside);
        List<Value> outputs = new ArrayList<>();
        for (int i = 0; i < node.proto().getOutputCount(); i++) {
            if (!node.output(i).isEmpty()) {
                Known made = output(node.output(i), i == 0 ? reason.first() : Optional.empty(), scope);
                scope.know(node.output(i), made);
                if (made instanceof Known.Stream stream) {
                    outputs.add(stream.value());
                }
            }
        }
        if (!inputs.isEmpty() || !weights.isEmpty() || !outputs.isEmpty()) {
            scope.add(new Layer.Opaque(node.name(), node.operator() + ": " + reason.getMessage(), List.copyOf(inputs),
                    List.copyOf(weights), outputs));
        }
        scope.flush();
    }

    private static Known output(String name, Optional<Demand> certain, Scope scope) {
        Optional<List<Size>> told = scope.told(name);
        return certain.or(() -> scope.ahead().of(name)).filter(demand -> fits(demand, told))
                .<Known>map(demand -> scope.value(name, scope.channels(demand.size()), demand.axis(), told))
                .orElseGet(Known.Unknown::new);
    }

    private static boolean fits(Demand demand, Optional<List<Size>> told) {
        return told.isEmpty() || demand.axis() >= -told.get().size() && demand.axis() < told.get().size();
    }
}
