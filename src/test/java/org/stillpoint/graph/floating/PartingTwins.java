package org.stillpoint.graph.floating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.Role;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.kernel.graph.Feed;

/**
 * Two units of ReLU whose weights are all 1, in and out, one sample with the target 0, and one step of gradient descent with
 * the rate 1, after which the outgoing weights differ: the second unit adds up its inputs from the last to the first.
 *
 * @param tenths the inputs, in tenths
 * @param outgoing the outgoing weights after the step
 */
public record PartingTwins(Format format, List<Integer> tenths, List<Number> outgoing) {

    public PartingTwins {
        tenths = List.copyOf(tenths);
        outgoing = List.copyOf(outgoing);
    }

    /** The first there are among inputs of 1/10 to 9/10, in the order of their digits; empty if all stay equal. */
    public static Optional<PartingTwins> smallest(Format format, int inputs) {
        return all(inputs).map(tenths -> step(format, tenths, true)).filter(twins -> !twins.areEqual()).findFirst();
    }

    /** What becomes of the twins that have these inputs, in one order or two. */
    public static PartingTwins step(Format format, List<Integer> tenths, boolean reversed) {
        TwinNetworks networks = new TwinNetworks(List.of(tenths.size(), 2), reversed);
        TrainingProgram program = program(networks);
        Feed feed = (step, slot) -> format.round(new BigFraction(given(program.name(slot), tenths), 10));
        Object[] state = FloatingTraining.of(program, format).state(1, feed);
        return new PartingTwins(format, tenths, outgoing(networks, program).map(slot -> (Number) state[slot]).toList());
    }

    /** Whether the outgoing weights are equal after the same step in fractions, which adds up in two orders too. */
    public boolean areEqualInFractions() {
        TwinNetworks networks = new TwinNetworks(List.of(tenths.size(), 2), true);
        TrainingProgram program = program(networks);
        Map<String, BigFraction> given = program.slots(Role.FED).stream().map(program::name)
                .collect(Collectors.toMap(name -> name, name -> new BigFraction(given(name, tenths), 10)));
        List<Object> state = program.run(1, program.feed(given));
        return outgoing(networks, program).map(state::get).distinct().count() == 1;
    }

    private static TrainingProgram program(TwinNetworks networks) {
        return networks.program(Optimisers.descent(), (layer, unit, input) -> BigFraction.ONE);
    }

    private static Stream<Integer> outgoing(TwinNetworks networks, TrainingProgram program) {
        List<List<String>> twins = networks.twins();
        return twins.get(twins.size() - 1).stream().map(program::slot);
    }

    /** In tenths. */
    private static int given(String name, List<Integer> tenths) {
        return name.equals("y") ? 0 : name.equals("rate") ? 10 : tenths.get(Integer.parseInt(name.substring(1)));
    }

    private static Stream<List<Integer>> all(int inputs) {
        int count = IntStream.range(0, inputs).map(k -> 9).reduce(1, (x, y) -> x * y);
        return IntStream.range(0, count).mapToObj(number -> IntStream.range(0, inputs)
                .mapToObj(k -> 1 + number / (int) Math.pow(9, inputs - 1 - k) % 9).toList());
    }

    /** Whether they are twins still. */
    public boolean areEqual() {
        return outgoing.get(0).equals(outgoing.get(1));
    }

    /** How far apart they are, exactly. */
    public BigDecimal apart() {
        return new BigDecimal(outgoing.get(0).doubleValue()).subtract(new BigDecimal(outgoing.get(1).doubleValue())).abs();
    }
}
