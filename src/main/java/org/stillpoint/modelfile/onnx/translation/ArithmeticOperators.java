package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction.Clip;
import org.stillpoint.modelfile.network.PointwiseFunction.Named;
import org.stillpoint.modelfile.network.PointwiseFunction.Of;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;

/** Sums, differences, products and quotients entry by entry, and what is near to them. */
final class ArithmeticOperators {

    private static final BigFraction TWO = new BigFraction(2);

    private ArithmeticOperators() {
    }

    static Map<String, Operator> all() {
        return Map.of("Add", ArithmeticOperators::add, "Sub", ArithmeticOperators::subtract,
                "Mul", ArithmeticOperators::multiply, "Div", ArithmeticOperators::divide, "Pow", ArithmeticOperators::power,
                "Sum", ArithmeticOperators::add, "Mean", ArithmeticOperators::mean,
                "Max", (node, scope) -> extreme(node, scope, true), "Min", (node, scope) -> extreme(node, scope, false),
                "PRelu", ArithmeticOperators::parametricRelu);
    }

    private static void add(Node node, Scope scope) throws IOException {
        sum(node, scope).end();
    }

    private static Chain sum(Node node, Scope scope) throws IOException {
        int main = main(node, scope);
        Chain chain = new Chain(node, scope, stream(node, main, scope));
        for (int other : others(node, main)) {
            Operand.plus(chain, scope.known(node, other));
        }
        return chain;
    }

    private static void mean(Node node, Scope scope) throws IOException {
        sum(node, scope).affine("mean", new BigFraction(1, node.proto().getInputCount()), BigFraction.ZERO).end();
    }

    private static void multiply(Node node, Scope scope) throws IOException {
        int main = mainOfTwo(node, scope);
        Operand.times(new Chain(node, scope, stream(node, main, scope)), scope.known(node, 1 - main)).end();
    }

    private static void subtract(Node node, Scope scope) throws IOException {
        int main = mainOfTwo(node, scope);
        Chain chain = new Chain(node, scope, stream(node, main, scope));
        Known other = scope.known(node, 1 - main);
        if (other instanceof Known.Stream stream && Operand.agrees(chain, stream)) {
            Known.Stream first = scope.stream(node, 0);
            Known.Stream second = scope.stream(node, 1);
            chain.then("", chain.channels(), first.sizes().isEmpty() || second.sizes().isEmpty() ? chain.axis() : chain.fromEnd(),
                    first.sizes().flatMap(one -> second.sizes().map(two -> Operand.broadcast(one, two, scope))),
                    (name, input, output) -> new Layer.Difference(name, first.value(), second.value(), output)).end();
        } else if (main == 0 && other instanceof Known.Tensor tensor && tensor.entries() == 1 && !tensor.maybeTrained()) {
            chain.affine("", BigFraction.ONE, scope.constants().number(tensor).negate()).end();
        } else {
            negative(chain);
            Operand.plus(chain, other);
            (main == 0 ? negative(chain) : chain).end();
        }
    }

    private static Chain negative(Chain chain) {
        return chain.affine("negative", BigFraction.MINUS_ONE, BigFraction.ZERO);
    }

    private static void divide(Node node, Scope scope) throws IOException {
        if (scope.known(node, 1) instanceof Known.Stream divisor) {
            Known.Stream inverse = scope.like(node.part("reciprocal"), divisor);
            scope.add(new Layer.Pointwise(node.part("reciprocal"), divisor.value(), new Named("reciprocal", false),
                    inverse.value()));
            boolean isMain = !(scope.known(node, 0) instanceof Known.Stream first) || first.count() == 1;
            Operand.times(new Chain(node, scope, isMain ? inverse : scope.stream(node, 0)),
                    isMain ? scope.known(node, 0) : inverse).end();
            return;
        }
        Chain chain = new Chain(node, scope, scope.stream(node, 0));
        if (scope.known(node, 1) instanceof Known.Tensor tensor && tensor.entries() == 1 && !tensor.maybeTrained()) {
            BigFraction divisor = scope.constants().number(tensor);
            NotUnderstood.unless(divisor.signum() != 0, "division by 0");
            chain.affine("", divisor.reciprocal(), BigFraction.ZERO).end();
        } else {
            Operand.timesSome(chain, scope.known(node, 1)).end();
        }
    }

    private static void power(Node node, Scope scope) throws IOException {
        BigFraction exponent = scope.constants().number(node, 1);
        Known.Stream x = scope.stream(node, 0);
        Chain chain = new Chain(node, scope, x);
        if (exponent.equals(TWO)) {
            chain.then("", (name, input, output) -> new Layer.Product(name, input, input, output)).end();
        } else if (exponent.equals(BigFraction.ONE)) {
            chain.end();
        } else {
            chain.pointwise("", new Named("to the power of " + exponent, exponent.signum() > 0)).end();
        }
    }

    private static void extreme(Node node, Scope scope, boolean largest) throws IOException {
        int main = main(node, scope);
        Known.Stream x = stream(node, main, scope);
        List<Integer> others = others(node, main);
        boolean isBound = others.size() == 1 && scope.known(node, others.get(0)) instanceof Known.Tensor tensor
                && tensor.entries() == 1 && !tensor.maybeTrained();
        if (!isBound) {
            throw new NotUnderstood("of values that are not known",
                    x.count() > 1 && x.sizes().isPresent() ? new Demand(x.count(), x.fromEnd()) : null);
        }
        Optional<BigFraction> bound = Optional.of(scope.constants().number(node, others.get(0)));
        new Chain(node, scope, x).pointwise("", new Clip(largest ? bound : Optional.empty(), largest ? Optional.empty() : bound))
                .end();
    }

    /** {@code s x + relu(x) - s relu(x)}, whose derivative at 0 is s, as frameworks have it. */
    private static void parametricRelu(Node node, Scope scope) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        Known slope = scope.known(node, 1);
        Known.Stream relu = scope.like(node.part("relu"), x);
        scope.add(new Layer.Pointwise(node.part("relu"), x.value(),
                new Of(Activation.RELU), relu.value()));
        Known.Stream rest = scope.like(node.part("below"), x);
        scope.add(new Layer.Difference(node.part("below"), x.value(), relu.value(), rest.value()));
        Chain chain = Operand.times(new Chain(node, scope, rest), slope);
        Operand.plus(chain, relu).end();
    }

    /** The input whose channels the result has: one of more than one channel, if there is such. */
    private static int main(Node node, Scope scope) {
        List<Integer> streams = IntStream.range(0, node.proto().getInputCount())
                .filter(i -> scope.known(node, i) instanceof Known.Stream).boxed().toList();
        if (streams.isEmpty() && node.proto().getInputCount() == 2) {
            return scope.known(node, 0) instanceof Known.Unknown ? 0 : 1;
        }
        NotUnderstood.unless(!streams.isEmpty(), "nothing is known of what it takes");
        return streams.stream().filter(i -> ((Known.Stream) scope.known(node, i)).count() > 1).findFirst().orElse(streams.get(0));
    }

    private static int mainOfTwo(Node node, Scope scope) {
        int inputs = node.proto().getInputCount();
        NotUnderstood.unless(inputs == 2, "it takes " + inputs + " inputs instead of two");
        return main(node, scope);
    }

    /** An input; if nothing is known of it, as many channels as the other one has numbers along its only axis of several. */
    private static Known.Stream stream(Node node, int input, Scope scope) {
        if (scope.known(node, input) instanceof Known.Unknown && scope.known(node, 1 - input) instanceof Known.Tensor tensor
                && tensor.maybeTrained() && !tensor.transposed()) {
            List<Integer> axes = IntStream.range(0, tensor.seenAs().size()).filter(i -> tensor.seenAs().get(i) != 1).boxed()
                    .toList();
            NotUnderstood.unless(axes.size() == 1, "nothing is known of what it takes");
            return scope.stream(node, input, tensor.seenAs().get(axes.get(0)), axes.get(0) - tensor.seenAs().size(), 0);
        }
        return scope.stream(node, input);
    }

    private static List<Integer> others(Node node, int main) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < node.proto().getInputCount(); i++) {
            if (i != main) {
                others.add(i);
            }
        }
        return others;
    }
}
