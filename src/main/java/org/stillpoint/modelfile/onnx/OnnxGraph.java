package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * A graph of a model, the main one or one inside a node. A name stands for what this graph has under it, and else for what the
 * graph around it has.
 */
public final class OnnxGraph {

    /** More entries than this are no shape, no axes and no other settings. */
    private static final int MAX_INTEGERS = 1 << 12;

    private final GraphProto proto;
    private final String prefix;
    private final Optional<OnnxGraph> outer;
    private final List<NodeProto> nodes;
    private final Set<String> names;
    private final Map<String, Constant> constants = new HashMap<>();
    private final Map<NodeProto, Map<String, OnnxGraph>> inner = new IdentityHashMap<>();
    private final Map<NodeProto, Weights> quantised = new IdentityHashMap<>();
    private int firstListed;
    private int afterListed;

    /** @param order the places of the nodes in the file, in an order in which they can be computed */
    OnnxGraph(GraphProto proto, String prefix, Optional<OnnxGraph> outer, int[] order) {
        this.proto = proto;
        this.prefix = prefix;
        this.outer = outer;
        this.nodes = Arrays.stream(order).mapToObj(proto::getNode).toList();
        this.names = NodeOrder.given(proto);
        proto.getNodeList().forEach(node -> names.addAll(node.getOutputList()));
    }

    /** As it stands in the file, without the numbers of its tensors. */
    public GraphProto proto() {
        return proto;
    }

    /** What the names of its tensors begin with in reports: nothing for the main graph, else as {@code If_3.then_branch.}. */
    public String prefix() {
        return prefix;
    }

    /** The graph around it; none around the main one. */
    public Optional<OnnxGraph> outer() {
        return outer;
    }

    /** Its nodes, each after those whose outputs it takes. */
    public List<NodeProto> nodes() {
        return nodes;
    }

    /** The graphs inside a node of this one, by the names of its attributes. */
    public Map<String, OnnxGraph> inner(NodeProto node) {
        return inner.getOrDefault(node, Map.of());
    }

    /** Whether a value is the same whatever is fed to the model, though its entries may not be known. */
    public boolean isConstant(String name) {
        return constant(name).isPresent();
    }

    /** A value that is the same whatever is fed to the model; empty if it is not, or its entries are not known. */
    public Optional<Weights> weights(String name) {
        return known(name).map(Constant.Known::weights);
    }

    /**
     * The kernel of a node that computes with integers, as the numbers that they stand for.
     *
     * @return empty if the node is of another kind, or scale and zero point are no constants
     */
    public Optional<Weights> quantised(NodeProto node) {
        return Optional.ofNullable(quantised.get(node));
    }

    /** The entries of a constant of a type of integers; empty if it is none, or has more entries than settings have. */
    public Optional<long[]> integers(String name) throws IOException {
        Optional<Constant.Known> known = known(name).filter(constant -> constant.integers().isPresent()
                && constant.weights().dimensions().entries() <= MAX_INTEGERS);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        long[] integers = new long[(int) known.get().weights().dimensions().entries()];
        try {
            known.get().integers().get().read(0, integers);
            return Optional.of(integers);
        } catch (ArithmeticException aboveTheLargestLong) {
            return Optional.empty();
        }
    }

    /** The only entry of a constant as a code, see {@link Code}; empty if it is none, has other than one entry, or no code. */
    public Optional<Long> code(String name) throws IOException {
        Optional<Weights> weights = weights(name).filter(one -> one.dimensions().entries() == 1);
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        long[] code = new long[1];
        try {
            weights.get().entries().read(0, code);
            return Optional.of(code[0]);
        } catch (ArithmeticException noCode) {
            return Optional.empty();
        }
    }

    /** The only entry of a constant; empty if it is none, has other than one entry, or is not finite. */
    public Optional<BigFraction> number(String name) throws IOException {
        return code(name).filter(Code::isFinite).map(Code::number);
    }

    private Optional<Constant.Known> known(String name) {
        return constant(name).map(constant -> constant instanceof Constant.Known known ? known : null);
    }

    Optional<Constant> constant(String name) {
        if (names.contains(name) || outer.isEmpty()) {
            return Optional.ofNullable(constants.get(name));
        }
        return outer.get().constant(name);
    }

    /** Whether this graph or one around it has something under a name. */
    boolean has(String name) {
        return names.contains(name) || outer.isPresent() && outer.get().has(name);
    }

    /** The place of the first of its tensors, those of graphs inside included, among those of the model. */
    int firstListed() {
        return firstListed;
    }

    /** The place after the last of them. */
    int afterListed() {
        return afterListed;
    }

    void listed(int first, int after) {
        firstListed = first;
        afterListed = after;
    }

    void put(String name, Constant constant) {
        constants.put(name, constant);
    }

    void put(NodeProto node, Map<String, OnnxGraph> graphs) {
        inner.put(node, graphs);
    }

    void put(NodeProto node, Weights weights) {
        quantised.put(node, weights);
    }
}
