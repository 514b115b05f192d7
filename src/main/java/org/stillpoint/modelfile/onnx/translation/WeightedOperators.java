package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.Quoted;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;
import org.stillpoint.modelfile.tensor.Weights;

/** Matrix products and convolutions with weights of the file. */
final class WeightedOperators {

    private static final int ONE = 0x3F800000;
    private static final String KERNEL = "kernel";

    private WeightedOperators() {
    }

    static Map<String, Operator> all() {
        return Map.of("Gemm", WeightedOperators::gemm, "MatMul", WeightedOperators::matrixProduct,
                "Conv", WeightedOperators::convolution, "ConvTranspose", WeightedOperators::transposedConvolution);
    }

    /** {@code alpha x W + beta c} as {@code beta (alpha / beta x W + c)}. */
    private static void gemm(Node node, Scope scope) throws IOException {
        NotUnderstood.unless(node.integer("transA", 0) == 0, "its first operand is transposed");
        Known.Tensor kernel = matrix(scope.tensor(node, 1));
        int outAxis = node.integer("transB", 0) == 0 ? 1 : 0;
        BigFraction alpha = node.number("alpha", ONE);
        BigFraction beta = node.has(2) ? node.number("beta", ONE) : BigFraction.ZERO;
        NotUnderstood.unless(alpha.signum() != 0, "its product counts 0 times");
        Chain chain = new Chain(node, scope, scope.stream(node, 0, kernel.seenAs().get(1 - outAxis), -1, 2));
        dense(chain, kernel, outAxis);
        if (beta.signum() == 0) {
            chain.affine("scaled", alpha, BigFraction.ZERO).end();
            return;
        }
        chain.affine("scaled", alpha.divide(beta), BigFraction.ZERO);
        Operand.plus(chain, scope.known(node, 2)).affine("scaled", beta, BigFraction.ZERO).end();
    }

    private static void matrixProduct(Node node, Scope scope) {
        if (scope.known(node, 1) instanceof Known.Tensor kernel) {
            Known.Tensor matrix = matrix(kernel);
            Chain chain = new Chain(node, scope, scope.stream(node, 0, matrix.seenAs().get(0), -1, 0));
            dense(chain, matrix, 1);
            chain.end();
            return;
        }
        if (!(scope.known(node, 0) instanceof Known.Tensor kernel)) {
            throw new NotUnderstood("two values that both depend on what is fed");
        }
        Known.Tensor matrix = matrix(kernel);
        Known.Stream x = scope.stream(node, 1);
        NotUnderstood.unless(x.axes() >= 2, "a vector behind a matrix");
        Chain chain = new Chain(node, scope, scope.stream(node, 1, matrix.seenAs().get(1), -2, 0));
        String what = "exchange of the last two axes";
        Optional<PlaceFunction> turn = x.sizes().map(WeightedOperators::turn);
        chain.eachChannel("turned", what, true, turn, -1, chain.sizes().map(WeightedOperators::exchanged));
        dense(chain, matrix, 0);
        chain.eachChannel("turned back", what, true, turn, -2, chain.sizes().map(WeightedOperators::exchanged)).end();
    }

    private static PlaceFunction turn(List<Size> sizes) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, sizes.size()).boxed().toList());
        Collections.swap(order, sizes.size() - 1, sizes.size() - 2);
        return new PlaceFunction.Moved(order);
    }

    private static List<Size> exchanged(List<Size> sizes) {
        List<Size> exchanged = new ArrayList<>(sizes);
        Collections.swap(exchanged, sizes.size() - 1, sizes.size() - 2);
        return exchanged;
    }

    private static Known.Tensor matrix(Known.Tensor tensor) {
        NotUnderstood.unless(tensor.weights().isFloating() && tensor.weights().dimensions().axes() == 2
                && tensor.seenAs().size() == 2 && (tensor.transposed() || tensor.isPlain())
                && tensor.seenAs().stream().allMatch(size -> size >= 1 && size <= Scope.MAX_CHANNELS),
                Quoted.of(tensor.weights().name()) + " is no floating-point matrix");
        return tensor;
    }

    /** @param outAxis the axis of the units of the output of the matrix as it is used */
    private static void dense(Chain chain, Known.Tensor kernel, int outAxis) {
        int stored = kernel.transposed() ? 1 - outAxis : outAxis;
        Channels out = chain.scope().channels(kernel.seenAs().get(outAxis));
        Optional<List<Size>> sizes = chain.sizes().map(before -> {
            List<Size> all = new ArrayList<>(before);
            all.set(all.size() - 1, Size.of(out.size()));
            return all;
        });
        chain.then(KERNEL, out, -1, sizes,
                (name, input, output) -> new Layer.Dense(name, input, kernel.weights(), stored, output));
    }

    private static void convolution(Node node, Scope scope) throws IOException {
        Known.Tensor kernel = kernel(node, scope);
        Weights weights = kernel.weights();
        List<Long> sizes = kernel.seenAs();
        long groups = node.integer("group", 1);
        Demand out = new Demand(Math.toIntExact(sizes.get(0)), 1);
        try {
            boolean isDepthwise = groups > 1 && groups == sizes.get(0) && sizes.get(1) == 1;
            NotUnderstood.unless(groups == 1 || isDepthwise, groups + " groups of channels");
            Windows windows = Windows.of(node, sizes.subList(2, sizes.size()));
            Chain chain = new Chain(node, scope, scope.stream(node, 0, sizes.get(1) * groups, 1, sizes.size()));
            List<Size> before = chain.sizes().orElseThrow();
            windows.padding().ifPresent(padding ->
                    chain.eachChannel("padded", padding.what(), true, padding.places(), 1, Optional.of(before)));
            List<Size> behind = new ArrayList<>(before);
            behind.set(1, Size.of(sizes.get(0)));
            for (int i = 2; i < behind.size(); i++) {
                behind.set(i, windows.fits(i - 2, before.get(i), scope));
            }
            Channels made = isDepthwise ? chain.channels() : scope.channels(sizes.get(0));
            chain.then(KERNEL, made, 1, Optional.of(behind), (name, input, output) ->
                    new Layer.Convolution(name, input, weights, 0, 1, isDepthwise, windows.sliding(), output));
            bias(node, chain).end();
        } catch (NotUnderstood e) {
            throw new NotUnderstood(e.getMessage(), out);
        }
    }

    private static Chain bias(Node node, Chain chain) {
        if (!node.has(2)) {
            return chain;
        }
        Weights bias = chain.scope().plain(node, 2, 1);
        NotUnderstood.unless(bias.dimensions().size(0) == chain.channels().size(), "a bias of another size");
        return chain.then("biased", (name, input, output) -> new Layer.Bias(name, input, bias, output));
    }

    private static Known.Tensor kernel(Node node, Scope scope) {
        Known.Tensor kernel = scope.tensor(node, 1);
        NotUnderstood.unless(kernel.isPlain() && kernel.weights().isFloating() && kernel.seenAs().size() >= 3
                && kernel.seenAs().get(0) <= Scope.MAX_CHANNELS && kernel.seenAs().get(1) <= Scope.MAX_CHANNELS
                && kernel.entries() > 0, "its kernel is no floating-point tensor of three axes or more");
        return kernel;
    }

    private static void transposedConvolution(Node node, Scope scope) throws IOException {
        Known.Tensor kernel = kernel(node, scope);
        List<Long> sizes = kernel.seenAs();
        NotUnderstood.unless(node.integer("group", 1) == 1, "several groups of channels");
        Demand out = new Demand(Math.toIntExact(sizes.get(1)), 1);
        try {
            Windows windows = Windows.of(node, sizes.subList(2, sizes.size()));
            NotUnderstood.unless(windows.padding().isEmpty() && !node.has("output_shape")
                    && !node.text("auto_pad", "NOTSET").startsWith("SAME"), "it pads in a way that is not even on both sides");
            Sliding sliding = windows.sliding();
            List<Integer> added = node.integers("output_padding", sizes.size() - 2, 0);
            Chain chain = new Chain(node, scope, scope.stream(node, 0, sizes.get(0), 1, sizes.size()));
            List<Size> behind = new ArrayList<>(chain.sizes().orElseThrow());
            for (int i = 2; i < behind.size(); i++) {
                behind.set(i, scope.openSize());
            }
            chain.then(KERNEL, scope.channels(sizes.get(1)), 1, Optional.of(behind), (name, input, output) ->
                    new Layer.TransposedConvolution(name, input, kernel.weights(), 1, 0, sliding, added, output));
            bias(node, chain).end();
        } catch (NotUnderstood e) {
            throw new NotUnderstood(e.getMessage(), out);
        }
    }
}
