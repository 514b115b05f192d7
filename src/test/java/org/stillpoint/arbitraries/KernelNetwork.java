package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;

/** A network as the kernel sees it: one activation a hidden layer, no bias where the row is empty. */
public record KernelNetwork(Parameters parameters, ActivationFunction[] sigma) {

    /** One to four layers, widths from 1 to 3. */
    public static Arbitrary<KernelNetwork> any() {
        return Arbitraries.integers().between(1, 3).list().ofMinSize(2).ofMaxSize(5).flatMap(KernelNetwork::ofWidths);
    }

    private static Arbitrary<KernelNetwork> ofWidths(List<Integer> widths) {
        return Combinators.combine(parameters(widths), activations().array(ActivationFunction[].class).ofSize(widths.size() - 2))
                .as(KernelNetwork::new);
    }

    private static Arbitrary<Parameters> parameters(List<Integer> widths) {
        List<Arbitrary<BigFraction[][]>> weights = new ArrayList<>();
        List<Arbitrary<BigFraction[]>> biases = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            weights.add(KernelArrays.matrix(widths.get(l), widths.get(l - 1)));
            biases.add(Arbitraries.frequencyOf(
                    Tuple.of(2, KernelArrays.vector(widths.get(l))), Tuple.of(1, KernelArrays.vector(0))));
        }
        return Combinators.combine(Combinators.combine(weights).as(w -> w.toArray(BigFraction[][][]::new)),
                Combinators.combine(biases).as(b -> b.toArray(BigFraction[][]::new))).as(Parameters::new);
    }

    private static Arbitrary<ActivationFunction> activations() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(new Relu())),
                Tuple.of(1, Arbitraries.just(new Identity())),
                Tuple.of(1, Arbitraries.longs().map(ArbitraryActivation::new)));
    }

    /** Other parameters of the same shape. */
    public Arbitrary<Parameters> others() {
        List<Arbitrary<BigFraction[][]>> weights = new ArrayList<>();
        for (BigFraction[][] w : parameters.weights) {
            weights.add(KernelArrays.matrix(w.length, w[0].length));
        }
        return Combinators.combine(Combinators.combine(weights).as(w -> w.toArray(BigFraction[][][]::new)),
                KernelArrays.rows(parameters.biases)).as(Parameters::new);
    }

    int inputs() {
        return parameters.weights[0][0].length;
    }

    int outputs() {
        return parameters.weights[parameters.weights.length - 1].length;
    }

    @Override
    public String toString() {
        return text(parameters) + " sigma " + Arrays.toString(sigma);
    }

    static String text(Parameters parameters) {
        return "weights " + Arrays.deepToString(parameters.weights) + " biases " + Arrays.deepToString(parameters.biases);
    }
}
