package org.stillpoint.modelfile.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;

/** Layers that make one value of several. */
final class Merges {

    /** A layer of two values. */
    interface OfTwo {

        Layer of(String name, Value first, Value second, Value output);
    }

    private Merges() {
    }

    /** One after the other, entry by entry. */
    static Flow chained(Step step, OfTwo operation) throws NotUnderstood {
        List<Flow> inputs = step.inputs();
        NotUnderstood.require(inputs.size() >= 2, inputs.size() + " inputs, expected at least two");
        Flow merged = inputs.get(0);
        for (Flow next : inputs.subList(1, inputs.size())) {
            Value first = merged.value();
            Value second = next.value();
            NotUnderstood.require(first.axis() == second.axis() && merged.placeAxes().equals(next.placeAxes()),
                    "inputs with different axes");
            NotUnderstood.require(step.builder().unite(first.channels(), second.channels()),
                    "inputs of " + first.channels().size() + " and " + second.channels().size() + " channels that do not match");
            merged = step.add(operation.of(step.name(), first, second, step.like(first)), common(merged, next));
        }
        return merged;
    }

    private static Optional<List<Integer>> common(Flow first, Flow second) {
        return first.sizes().flatMap(sizes -> second.sizes().map(others -> {
            List<Integer> common = new ArrayList<>();
            for (int axis = 0; axis < sizes.size(); axis++) {
                int one = sizes.get(axis);
                int other = others.get(axis);
                common.add(one < 0 || other < 0 ? Flow.UNKNOWN : Math.max(one, other));
            }
            return common;
        }));
    }

    static Flow average(Step step) throws NotUnderstood {
        Flow sum = chained(step, Layer.Sum::new);
        return Activations.pointwise(step, sum, new PointwiseFunction.Affine(new BigFraction(1, step.inputs().size()),
                BigFraction.ZERO));
    }

    /** Side by side along the channels. */
    static Flow joined(Step step) throws NotUnderstood {
        List<Flow> inputs = step.inputs();
        NotUnderstood.require(!inputs.isEmpty(), "no inputs");
        int axis = step.settings().integer("axis").orElse(-1);
        List<Value> values = inputs.stream().map(Flow::value).toList();
        Flow first = inputs.get(0);
        for (Flow flow : inputs) {
            NotUnderstood.require(flow.isChannelAxis(axis), "inputs side by side along places");
            NotUnderstood.require(flow.value().axis() == first.value().axis() && flow.placeAxes().equals(first.placeAxes()),
                    "inputs with different axes");
        }
        NotUnderstood.require(values.stream().mapToLong(value -> value.channels().size()).sum() <= Settings.MAX_SIZE,
                "too many channels");
        Channels joined = new Channels.Joined(values.stream().map(Value::channels).toList());
        return step.add(new Layer.Concatenation(step.name(), values, step.of(joined, first.value().axis())),
                Products.sizes(first.places(), joined.size(), first.channelsLast()));
    }
}
