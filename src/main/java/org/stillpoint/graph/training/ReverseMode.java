package org.stillpoint.graph.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.model.Source;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.operation.Pull;
import org.stillpoint.kernel.graph.Operation;

/**
 * Appends to a draft what a graph computes, then the derivatives of its loss in reverse mode (S. Linnainmaa, "Taylor expansion of
 * the accumulated rounding error", BIT 16, 1976). The error of a node is the sum over its uses, in the order of the users; a sum
 * begins with its first term, not with 0, so that one term is no sum.
 */
final class ReverseMode {

    private static final Operation SUM = Forward.sum().operation();

    private final Draft draft;
    private final Map<Node, Draft.Line> values = new IdentityHashMap<>();
    private final Map<Node, List<Use>> uses = new IdentityHashMap<>();
    private final Map<Node, Boolean> trained = new IdentityHashMap<>();
    private final Map<Node, Draft.Line> errors = new IdentityHashMap<>();
    private final Map<SlopeOf, Draft.Line> slopes = new HashMap<>();
    private final List<Differentiable> forward = new ArrayList<>();

    private record Use(Node user, int position) {
    }

    /** Two pulls through the same slope of the same values share its slot. */
    private record SlopeOf(Operation slope, Draft.Line x, Draft.Line y) {
    }

    private ReverseMode(Draft draft) {
        this.draft = draft;
    }

    /** @throws DomainException if the graph has no loss, or a parameter on which its loss does not depend */
    static ReverseMode of(Draft draft, Graph graph) {
        ReverseMode mode = new ReverseMode(draft);
        Node loss = graph.loss();
        List<Node> nodes = graph.nodes();
        nodes.forEach(mode::forward);
        mode.errors.put(loss, draft.state(Role.FROZEN, "error of " + loss.name(), BigFraction.ONE));
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i) != loss && mode.trained.get(nodes.get(i))) {
                mode.gather(nodes.get(i));
            }
        }
        nodes.stream().filter(node -> node.source() instanceof Source.Parameter && !mode.errors.containsKey(node))
                .findFirst().ifPresent(node -> {
                    throw new DomainException("parameter \"" + node.name() + "\" has no influence on the loss \"" + loss.name()
                            + "\", expected one: use it, or freeze it");
                });
        return mode;
    }

    Draft.Line value(Node node) {
        return values.get(node);
    }

    /** The derivative of the loss by the value of a node that is trained. */
    Draft.Line error(Node node) {
        return errors.get(node);
    }

    Differentiation differentiation(Graph graph) {
        Map<Draft.Line, Integer> slots = draft.slots();
        Map<Integer, Integer> placed = new HashMap<>();
        errors.forEach((node, line) -> placed.put(slots.get(values.get(node)), slots.get(line)));
        return new Differentiation(forward, slots.get(values.get(graph.loss())), placed);
    }

    private void forward(Node node) {
        Source source = node.source();
        if (source instanceof Source.Result result) {
            List<Node> operands = result.operands();
            Differentiable operation = result.operation();
            Draft.Line x = values.get(operands.get(0));
            Draft.Line y = values.get(operands.get(operands.size() - 1));
            values.put(node, draft.forward(node.name(), node.shape(), operation.operation(), x, y));
            forward.add(operation);
            trained.put(node, false);
            for (int position = 0; position < operands.size(); position++) {
                if (trained.get(operands.get(position)) && operation.pulls().get(position).isPresent()) {
                    uses.computeIfAbsent(operands.get(position), key -> new ArrayList<>()).add(new Use(node, position));
                    trained.put(node, true);
                }
            }
        } else {
            trained.put(node, source instanceof Source.Parameter);
            values.put(node, given(node));
        }
    }

    private Draft.Line given(Node node) {
        if (node.source() instanceof Source.Parameter parameter) {
            return draft.state(Role.PARAMETER, node.name(), parameter.start());
        }
        if (node.source() instanceof Source.Constant constant) {
            return draft.state(Role.FROZEN, node.name(), constant.value());
        }
        return draft.input(node.name(), node.shape());
    }

    private void gather(Node node) {
        List<Use> reaching = uses.getOrDefault(node, List.of()).stream().filter(use -> errors.containsKey(use.user)).toList();
        String name = "error of " + node.name();
        Draft.Line sum = null;
        for (int i = 0; i < reaching.size(); i++) {
            Draft.Line term = pulled(node, reaching.get(i), reaching.size() == 1 ? name : name + " by use " + (i + 1));
            sum = sum == null ? term
                    : draft.backward(i == reaching.size() - 1 ? name : name + " by uses 1 to " + (i + 1), SUM, sum, term);
        }
        if (sum != null) {
            errors.put(node, sum);
        }
    }

    private Draft.Line pulled(Node node, Use use, String name) {
        Source.Result result = (Source.Result) use.user.source();
        List<Node> operands = result.operands();
        Pull pull = result.operation().pulls().get(use.position).orElseThrow();
        Draft.Line g = errors.get(use.user);
        Draft.Line x = values.get(operands.get(0));
        Draft.Line y = values.get(operands.get(operands.size() - 1));
        Optional<Draft.Line> slope = pull.slope().map(operation -> slopes.computeIfAbsent(new SlopeOf(operation, x, y), key ->
                draft.backward("slope of " + use.user.name(), operation, x, y, y)));
        return draft.backward(name, pull.error(), g, slope.orElse(x), slope.orElse(y));
    }
}
