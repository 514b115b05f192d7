package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.onnx.OnnxGraph;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/** Numbers of tensors that are taken as constants, which no training moves, and integers such as shapes. */
final class Constants {

    private static final int MAX_NUMBERS = 1 << 10;

    private final Scope scope;
    private final OnnxGraph graph;
    private final Set<Known.Tensor> used;

    /** @param used where tensors are noted that are taken so */
    Constants(Scope scope, OnnxGraph graph, Set<Known.Tensor> used) {
        this.scope = scope;
        this.graph = graph;
        this.used = used;
    }

    /** The number of a tensor with one entry, which is taken as a constant that is never trained. */
    BigFraction number(Known.Tensor tensor) throws IOException {
        List<BigFraction> entries = numbers(tensor);
        NotUnderstood.unless(entries.size() == 1, Quoted.of(tensor.weights().name()) + " is not one number");
        return entries.get(0);
    }

    /** The number of an input, which is taken as a constant. */
    BigFraction number(Node node, int input) throws IOException {
        return number(scope.tensor(node, input));
    }

    /** All entries of a small tensor, which are taken as constants. */
    List<BigFraction> numbers(Known.Tensor tensor) throws IOException {
        NotUnderstood.unless(tensor.entries() <= MAX_NUMBERS, Quoted.of(tensor.weights().name()) + " has too many numbers");
        long[] codes = codes(tensor.weights());
        List<BigFraction> fractions = new ArrayList<>();
        for (long code : codes) {
            NotUnderstood.unless(Code.isFinite(code), Quoted.of(tensor.weights().name()) + " is not finite");
            fractions.add(Code.number(code));
        }
        used.add(tensor);
        return fractions;
    }

    private static long[] codes(Weights weights) throws IOException {
        long[] codes = new long[Math.toIntExact(weights.dimensions().entries())];
        try {
            weights.entries().read(0, codes);
        } catch (ArithmeticException e) {
            throw new NotUnderstood(Quoted.of(weights.name()) + " has numbers that are too long");
        }
        return codes;
    }

    /** Integers of an input, such as a shape; empty if they are not known. */
    Optional<Known.Numbers> sizes(Node node, int input) throws IOException {
        Known what = scope.known(node, input);
        if (what instanceof Known.Numbers numbers) {
            return Optional.of(numbers);
        }
        if (!(what instanceof Known.Tensor tensor) || tensor.seenAs().size() > 1) {
            return Optional.empty();
        }
        Optional<long[]> integers = graph.integers(node.input(input));
        if (integers.isEmpty()) {
            integers = graph.integers(tensor.weights().name());
        }
        return integers.map(all ->
                new Known.Numbers(Arrays.stream(all).mapToObj(Size::of).toList(), tensor.seenAs().isEmpty()));
    }

    /** Integers of an input, all known. */
    List<Long> integers(Node node, int input) throws IOException {
        List<Size> entries = sizes(node, input).map(Known.Numbers::entries)
                .orElseThrow(() -> new NotUnderstood(Quoted.of(node.input(input)) + " is computed"));
        List<Long> integers = new ArrayList<>();
        for (Size entry : entries) {
            NotUnderstood.unless(entry instanceof Size.Fixed, Quoted.of(node.input(input)) + " is computed");
            integers.add(((Size.Fixed) entry).number());
        }
        return integers;
    }

    /** Integers that were an attribute in earlier versions, and are an input since then; empty if left out. */
    Optional<List<Long>> integers(Node node, String attribute, int input) throws IOException {
        if (node.has(attribute)) {
            return node.integers(attribute);
        }
        return node.has(input) ? Optional.of(integers(node, input)) : Optional.empty();
    }

    /** The only entry of a tensor as a code, which may be infinite. */
    long code(Node node, int input) throws IOException {
        Known.Tensor tensor = scope.tensor(node, input);
        NotUnderstood.unless(tensor.entries() == 1, Quoted.of(node.input(input)) + " is not one number");
        used.add(tensor);
        return codes(tensor.weights())[0];
    }

    /** The tensors whose numbers were taken so, in all graphs. */
    Set<Known.Tensor> used() {
        return used;
    }
}
