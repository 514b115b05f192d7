package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.OnnxGraph;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;
import org.stillpoint.modelfile.tensor.Weights;

/** What is known while the nodes are gone through, and the layers so far. */
final class Scope {

    /** A layer has no more units than that. */
    static final int MAX_CHANNELS = 1 << 24;

    private final Optional<Scope> outer;
    private final NetworkBuilder builder;
    private final OnnxGraph graph;
    private final LookAhead ahead;
    private final Set<String> initialisers = new HashSet<>();
    private final Map<String, ValueInfoProto> infos = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Size> symbols = new HashMap<>();
    private final List<Layer> pending = new ArrayList<>();
    private final Constants constants;
    private int open;

    /** @param outer that of the graph around this one */
    Scope(NetworkBuilder builder, OnnxGraph graph, LookAhead ahead, Optional<Scope> outer) {
        this.outer = outer;
        this.builder = builder;
        this.graph = graph;
        this.ahead = ahead;
        this.constants = new Constants(this, graph, outer.map(around -> around.constants.used()).orElseGet(LinkedHashSet::new));
        GraphProto proto = graph.proto();
        proto.getInitializerList().forEach(tensor -> initialisers.add(graph.prefix() + tensor.getName()));
        Stream.of(proto.getInputList(), proto.getValueInfoList(), proto.getOutputList()).flatMap(List::stream)
                .forEach(info -> infos.put(info.getName(), info));
    }

    LookAhead ahead() {
        return ahead;
    }

    /** The numbers of tensors that are taken as constants. */
    Constants constants() {
        return constants;
    }

    /** What is known of something that there is. */
    Known known(String name) {
        Known own = known.get(name);
        if (own != null) {
            return own;
        }
        return graph.weights(name).<Known>map(weights -> Known.Tensor.of(weights, weights.isFloating()
                && (isInitialiser(weights) || weights.dimensions().axes() > 0)))
                .or(() -> outer.map(around -> around.known(name))).orElseGet(Known.Unknown::new);
    }

    private boolean isInitialiser(Weights weights) {
        return initialisers.contains(weights.name()) || outer.isPresent() && outer.get().isInitialiser(weights);
    }

    Known known(Node node, int input) {
        return known(node.input(input));
    }

    void know(String name, Known what) {
        known.put(name, what);
    }

    /** Says what the first output of a node is. */
    void makes(Node node, Known what) {
        known.put(node.output(0), what);
        flush();
    }

    /** Keeps the layers that the last node has added. */
    void flush() {
        pending.forEach(builder::add);
        pending.clear();
    }

    /** Forgets the layers that the last node has added. */
    void undo() {
        pending.clear();
    }

    void add(Layer layer) {
        pending.add(layer);
    }

    /** The name of a part of a node that none of its layers has yet. */
    String part(Node node, String part) {
        String name = node.part(part);
        for (int i = 2; isTaken(name); i++) {
            name = node.part(part + ' ' + i);
        }
        return name;
    }

    private boolean isTaken(String name) {
        return pending.stream().anyMatch(layer -> layer.name().equals(name));
    }

    boolean unite(Channels one, Channels other) {
        return builder.unite(one, other);
    }

    Channels resolved(Channels channels) {
        return builder.resolved(channels);
    }

    Channels channels(long size) {
        NotUnderstood.unless(size >= 1 && size <= MAX_CHANNELS, size + " channels");
        return builder.channels((int) size);
    }

    Size openSize() {
        return outer.isPresent() ? outer.get().openSize() : new Size.Open(open++);
    }

    /** A name in quotes, as no other is written: where it is cut or changed to be shown, a number comes behind it. */
    String named(String name) {
        return Quoted.plain(name).equals(name) ? Quoted.of(name) : Quoted.of(name) + ' ' + ((Size.Open) openSize()).id();
    }

    /** So many axes, of which one is known. */
    Optional<List<Size>> sizes(int axes, int axis, long size) {
        return Optional.of(IntStream.range(0, axes).mapToObj(i -> i == axis ? Size.of(size) : openSize()).toList());
    }

    /**
     * A value that a layer is to make.
     *
     * @param axis of the channels, from the first one, or below 0 from the last
     */
    Known.Stream value(String name, Channels channels, int axis, Optional<List<Size>> sizes) {
        return stream(builder.value(name, channels, normal(axis, sizes)), sizes);
    }

    private Known.Stream stream(Value value, Optional<List<Size>> sizes) {
        return new Known.Stream(value, sizes.map(all -> {
            List<Size> with = new ArrayList<>(all);
            with.set(value.axis() < 0 ? value.axis() + all.size() : value.axis(), Size.of(value.channels().size()));
            return with;
        }));
    }

    private static int normal(int axis, Optional<List<Size>> sizes) {
        if (sizes.isEmpty()) {
            return axis;
        }
        int axes = sizes.get().size();
        int front = NotUnderstood.axis(axis, axes);
        return front == axes - 1 ? -1 : front;
    }

    /** Like another one, under another name. */
    Known.Stream like(String name, Known.Stream other) {
        return value(name, other.channels(), other.value().axis(), other.sizes());
    }

    /** An input that depends on what is fed, with channels that are known. */
    Known.Stream stream(Node node, int input) {
        if (known(node, input) instanceof Known.Stream stream) {
            return stream;
        }
        throw new NotUnderstood(known(node, input) instanceof Known.Unknown
                ? "it takes " + Quoted.of(node.input(input)) + ", of which nothing is known"
                : "it takes the constant " + Quoted.of(node.input(input)));
    }

    /**
     * An input as something with so many channels on an axis, whatever made it. If that is not known to have them, it passes
     * through a layer without rules before.
     *
     * @param axes how many there are; 0 if nobody knows
     */
    Known.Stream stream(Node node, int input, long size, int axis, int axes) {
        NotUnderstood.unless(size >= 1 && size <= MAX_CHANNELS, size + " channels");
        Known given = known(node, input);
        NotUnderstood.unless(given instanceof Known.Stream || given instanceof Known.Unknown, "it takes a constant");
        if (given instanceof Known.Stream found) {
            Known.Stream stream = found.sizes().isPresent() || axes == 0 ? found : stream(found.value(), unsized(axes));
            NotUnderstood.unless(axes == 0 || stream.axes() == axes, "it takes something of other axes than its weights are for");
            if (stream.count() == size && isOn(stream, axis)) {
                return stream;
            }
            return source(LayerNames.part(node.name(), "regrouped"), "along axis " + axis + " it has channels that do not come"
                    + " one from each channel before", List.of(stream.value()), List.of(), new Demand((int) size, axis),
                    stream.sizes().or(() -> unsized(axes)));
        }
        return source(LayerNames.part(node.name(), "taken"), "nothing is known of how " + Quoted.of(node.input(input))
                + " is made", List.of(), List.of(), new Demand((int) size, axis), unsized(axes));
    }

    private Optional<List<Size>> unsized(int axes) {
        return axes == 0 ? Optional.empty() : sizes(axes, 0, 1).map(all -> all.stream().map(size -> openSize()).toList());
    }

    private static boolean isOn(Known.Stream stream, int axis) {
        return stream.sizes().isEmpty() ? stream.value().axis() == axis
                : axis >= -stream.axes() && axis < stream.axes() && stream.fromFront() == stream.axis(axis);
    }

    /** A value of which nothing is supposed, and the layer without rules that makes it. */
    Known.Stream source(String name, String why, List<Value> inputs, List<Weights> weights, Demand channels,
                        Optional<List<Size>> sizes) {
        Known.Stream made = value(name, channels(channels.size()), channels.axis(), sizes);
        add(new Layer.Opaque(name, why, inputs, weights, List.of(made.value())));
        return made;
    }

    /** Adds something that is fed and differs from unit to unit. */
    Known.Stream fed(String name, Known.Stream like) {
        return stream(builder.input(name, like.channels(), like.value().axis()), like.sizes());
    }

    /** An input of the graph. */
    void input(String name, Demand channels, Optional<List<Size>> sizes) {
        know(name, stream(builder.input(name, channels(channels.size()), normal(channels.axis(), sizes)), sizes));
    }

    Known.Tensor tensor(Node node, int input) {
        if (known(node, input) instanceof Known.Tensor tensor) {
            return tensor;
        }
        throw new NotUnderstood("its weights " + Quoted.of(node.input(input)) + " are computed");
    }

    /** A tensor that is used just as it stands in the file, with so many axes. */
    Weights plain(Node node, int input, int axes) {
        Known.Tensor tensor = tensor(node, input);
        NotUnderstood.unless(tensor.isPlain() && tensor.weights().dimensions().axes() == axes && tensor.weights().isFloating(),
                Quoted.of(node.input(input)) + " is no floating-point tensor of " + axes + " axes");
        return tensor.weights();
    }

    /** The sizes that the file says something has, if it says how many axes that are. */
    Optional<List<Size>> told(String name) {
        ValueInfoProto info = infos.get(name);
        if (info == null || !info.getType().hasTensorType() || !info.getType().getTensorType().hasShape()) {
            return Optional.empty();
        }
        List<Size> sizes = new ArrayList<>();
        for (Dimension dimension : info.getType().getTensorType().getShape().getDimList()) {
            sizes.add(dimension.getDimValue() > 0 ? Size.of(dimension.getDimValue())
                    : dimension.getDimParam().isEmpty() ? openSize()
                    : symbols.computeIfAbsent(dimension.getDimParam(), key -> openSize()));
        }
        return Optional.of(sizes);
    }
}
