package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
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
     * @throws IOException if an entry of a tensor cannot be read
     */
    static void add(Node node, NotUnderstood reason, Collection<Weights> inside, Scope scope) throws IOException {
        Set<Value> inputs = new LinkedHashSet<>();
        Set<Weights> weights = new LinkedHashSet<>();
        Takers.taken(node.proto()).forEach(input -> taken(scope.known(input), inputs, weights));
        weights.addAll(inside);
        add(node, reason, inputs, weights, scope);
    }

    private static void add(Node node, NotUnderstood reason, Set<Value> inputs, Set<Weights> weights, Scope scope)
            throws IOException {
        List<Value> outputs = new ArrayList<>();
        for (int i = 0; i < node.proto().getOutputCount(); i++) {
            if (!node.output(i).isEmpty()) {
                Known made = output(node, i, i == 0 ? reason.first() : Optional.empty(), scope);
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

    /**
     * Adds a layer without rules that chooses what a node makes.
     *
     * @param from what it may choose, as what is known of it
     */
    static void choice(Node node, List<Known> from, Scope scope) throws IOException {
        Set<Value> inputs = new LinkedHashSet<>();
        Set<Weights> weights = new LinkedHashSet<>();
        from.forEach(known -> taken(known, inputs, weights));
        add(node, new NotUnderstood("which branch is taken depends on what is fed"), inputs, weights, scope);
    }

    private static void taken(Known known, Set<Value> inputs, Set<Weights> weights) {
        if (known instanceof Known.Stream stream) {
            inputs.add(stream.value());
        } else if (known instanceof Known.Tensor tensor && tensor.maybeTrained()) {
            weights.add(tensor.weights());
        }
    }

    private static Known output(Node node, int output, Optional<Demand> certain, Scope scope) throws IOException {
        Optional<List<Size>> sizes = scope.told(node.output(output));
        if (sizes.isEmpty() && node.isStandard() && node.operator().equals("Reshape")) {
            sizes = scope.constants().sizes(node, 1).map(to -> to.entries().stream().map(size -> size instanceof Size.Fixed fixed
                    && fixed.number() < 1 ? scope.openSize() : size).toList());
        }
        Optional<List<Size>> told = sizes;
        return certain.or(() -> scope.ahead().of(node.output(output))).filter(demand -> fits(demand, told))
                .<Known>map(demand -> scope.value(node.made(output), scope.channels(demand.size()), demand.axis(), told))
                .orElseGet(Known.Unknown::new);
    }

    /** Whether so many channels may be on that axis of something with these sizes. */
    static boolean fits(Demand demand, List<Size> sizes) {
        return demand.axis() >= -sizes.size() && demand.axis() < sizes.size()
                && (!(sizes.get(NotUnderstood.axis(demand.axis(), sizes.size())) instanceof Size.Fixed fixed)
                || fixed.number() == demand.size());
    }

    private static boolean fits(Demand demand, Optional<List<Size>> told) {
        return told.isEmpty() || fits(demand, told.get());
    }
}
