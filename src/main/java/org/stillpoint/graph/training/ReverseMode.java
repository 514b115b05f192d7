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
import org.stillpoint.graph.model.LossTerm;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.model.Source;
import org.stillpoint.graph.operation.Arithmetic;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Pull;
import org.stillpoint.kernel.graph.Operation;

/**
 * Appends to a draft what a graph computes, then the derivatives of its loss in reverse mode (S. Linnainmaa, "Taylor expansion of
 * the accumulated rounding error", BIT 16, 1976). The error of a node is the sum over its uses, in the order of the users; a sum
 * begins with its first term, not with 0, so that one term is no sum.
 */
final class ReverseMode {

    private final Draft draft;
    private final Map<Node, Draft.Line> values = new IdentityHashMap<>();
    private final Map<Node, List<Use>> uses = new IdentityHashMap<>();
    private final Map<Node, List<LossTerm>> terms = new IdentityHashMap<>();
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
        List<LossTerm> loss = graph.loss();
        List<Node> nodes = graph.nodes();
        nodes.forEach(mode::forward);
        loss.forEach(term -> mode.terms.computeIfAbsent(term.output(), key -> new ArrayList<>()).add(term));
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (mode.trained.get(nodes.get(i))) {
                mode.gather(nodes.get(i));
            }
        }
        nodes.stream().filter(node -> node.source() instanceof Source.Parameter && !mode.errors.containsKey(node))
                .findFirst().ifPresent(node -> {
                    throw new DomainException("parameter \"" + node.name() + "\" has no influence on the loss, expected one:"
                            + " use it, or freeze it");
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

    Differentiation differentiation() {
        Map<Draft.Line, Integer> slots = draft.slots();
        Map<Integer, Integer> placed = new HashMap<>();
        errors.forEach((node, line) -> placed.put(slots.get(values.get(node)), slots.get(line)));
        List<Seed> seeds = terms.values().stream().flatMap(List::stream).filter(term -> trained.get(term.output()))
                .map(term -> seed(term, slots)).toList();
        return new Differentiation(forward, seeds, placed);
    }

    private Seed seed(LossTerm term, Map<Draft.Line, Integer> slots) {
        int output = slots.get(values.get(term.output()));
        return term instanceof LossTerm.Derivative loss
                ? new Seed.Derivative(output, slots.get(values.get(loss.target())), loss.error(), loss.weight())
                : new Seed.One(output);
    }

    private void forward(Node node) {
        Source source = node.source();
        if (source instanceof Source.Result result) {
            List<Node> operands = result.operands();
            Differentiable operation = result.operation();
            Draft.Line x = values.get(operands.get(0));
            Draft.Line y = values.get(operands.get(operands.size() - 1));
            values.put(node, draft.forward(node.name(), node.knownShape(), operation.operation(), x, y));
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
        return draft.input(node.name(), node.knownShape());
    }

    /** The terms of the loss come first, then the uses. */
    private void gather(Node node) {
        List<LossTerm> own = terms.getOrDefault(node, List.of());
        List<Use> reaching = uses.getOrDefault(node, List.of()).stream().filter(use -> errors.containsKey(use.user)).toList();
        int count = own.size() + reaching.size();
        String name = "error of " + node.name();
        Draft.Line sum = null;
        for (int i = 0; i < count; i++) {
            String part = count == 1 ? name : name + ", term " + (i + 1);
            Draft.Line term = i < own.size() ? begun(own.get(i), part) : pulled(node, reaching.get(i - own.size()), part);
            String whole = i == count - 1 ? name : name + ", to term " + (i + 1);
            sum = sum == null ? term : draft.backward(whole, sum(node), sum, term);
        }
        if (sum != null) {
            errors.put(node, sum);
        }
    }

    private static Operation sum(Node node) {
        return arithmetic(node).sum().operation();
    }

    private static Arithmetic arithmetic(Node node) {
        return node.knownShape().map(Arithmetic::of).orElse(Arithmetic.TENSORS);
    }

    private Draft.Line begun(LossTerm term, String name) {
        if (term instanceof LossTerm.Derivative loss) {
            boolean whole = loss.weight().equals(BigFraction.ONE);
            Draft.Line error = draft.backward(whole ? name : name + " before its weight", loss.error(), values.get(loss.output()),
                    values.get(loss.target()));
            return whole ? error : draft.backward(name, arithmetic(loss.output()).multiple(loss.weight()).operation(), error);
        }
        return draft.state(Role.FROZEN, name, BigFraction.ONE);
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
