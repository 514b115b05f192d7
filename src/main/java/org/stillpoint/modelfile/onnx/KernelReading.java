package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.modelfile.tensor.Weights;

/** Finds the kernels of nodes that calculate with integers, as the numbers that these stand for. */
final class KernelReading {

    private final TensorList list;
    private final QuantisedReading reading;
    private final Map<Kernel, Constant> known = new HashMap<>();

    KernelReading(TensorList list, QuantisedReading reading) {
        this.list = list;
        this.reading = reading;
    }

    /** Integers of a name, with what says which numbers they stand for. */
    private record Kernel(String name, Optional<String> scale, Optional<String> zeroPoint, int axis) {
    }

    /**
     * Lists the kernel of a node in place of its integers, or once more if these stand for something else in another node.
     *
     * @return empty if the numbers are not known
     */
    Optional<Weights> of(OnnxGraph graph, NodeProto node) throws IOException {
        Optional<Quantisation> how = Quantisation.ofKernel(node);
        Optional<Weights> integers = how.flatMap(one -> graph.weights(one.integers()));
        if (integers.isEmpty()) {
            return Optional.empty();
        }
        Kernel kernel = new Kernel(integers.get().name(), name(graph, how.get().scale()), name(graph, how.get().zeroPoint()),
                how.get().axis());
        if (!known.containsKey(kernel)) {
            read(graph, how.get(), integers.get()).ifPresent(numbers -> known.put(kernel, numbers));
        }
        return known.get(kernel) instanceof Constant.Known numbers ? Optional.of(numbers.weights()) : Optional.empty();
    }

    private static Optional<String> name(OnnxGraph graph, Optional<String> value) {
        return value.flatMap(graph::weights).map(Weights::name);
    }

    private Optional<Constant> read(OnnxGraph graph, Quantisation how, Weights integers) throws IOException {
        boolean isFirst = !list.isReplaced(integers);
        Optional<Constant> numbers = reading.of(graph, how, isFirst ? integers.name() : list.unique(integers.name()));
        if (isFirst && numbers.isPresent() && numbers.get() instanceof Constant.Known known) {
            list.replace(integers, known.weights());
        } else {
            numbers.ifPresent(list::add);
        }
        return numbers;
    }
}
