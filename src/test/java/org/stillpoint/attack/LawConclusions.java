package org.stillpoint.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.ExactDerivative;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.Vectors;

/** What the laws of backpropagation conclude. */
final class LawConclusions {

    static final List<Attack> ALL = List.of(
            new Attack("LAW-1", "002df901", LawConclusions::gradientIsTheDerivativeInEveryDirection),
            new Attack("LAW-3", "87842715", LawConclusions::batchGradientIsTheMeanOfItsParts),
            new Attack("LAW-4", "61235352", LawConclusions::gradientIsLinearInG),
            new Attack("LAW-5", "696cfc8f", LawConclusions::eulersIdentityHoldsInEachLayer),
            new Attack("LAW-6", "90a4cf59", LawConclusions::minorsVanish),
            new Attack("LAW-7", "f0fd37bf", LawConclusions::rowsKeepTheirInnerProductWithTheVector),
            new Attack("LAW-8", "d3d1180c", LawConclusions::unitIsBalancedAndItsSquaresAddUp));

    private LawConclusions() {
    }

    private static boolean ofEachSample(Situation s, BiPredicate<BigFraction[], BigFraction[]> holds) {
        return IntStream.range(0, s.allInputs().length).allMatch(i -> holds.test(s.allInputs()[i], s.allTargets()[i]));
    }

    /**
     * In the direction of the velocity and in the opposite one, where activations and loss are those of the library; of others no
     * derivative is known.
     */
    private static boolean gradientIsTheDerivativeInEveryDirection(Situation s) {
        if (s.steps() == 0 || !InTheLibrary.knows(s) || !(s.training().loss() instanceof Loss loss)) {
            return true;
        }
        Parameters v = s.training().velocity();
        Network network = InTheLibrary.network(s, s.parameters());
        return ofEachSample(s, (x, y) -> {
            DataSet sample = InTheLibrary.data(new BigFraction[][] {x}, new BigFraction[][] {y});
            BigFraction along = dot(s.gradient(s.parameters(), x, y), v);
            return along.equals(ExactDerivative.ahead(network, InTheLibrary.network(s, v), sample, loss))
                    && along.negate().equals(ExactDerivative.ahead(network, InTheLibrary.network(s, negated(v)), sample, loss));
        });
    }

    private static Parameters negated(Parameters p) {
        return Parts.mapped(p, (l, j, k, weight) -> weight.negate(), (l, j, bias) -> bias.negate());
    }

    private static BigFraction dot(Parameters p, Parameters q) {
        return IntStream.range(0, p.weights.length).mapToObj(l -> IntStream.range(0, p.weights[l].length)
                        .mapToObj(j -> Vectors.dot(p.weights[l][j], q.weights[l][j]))
                        .reduce(Vectors.dot(p.biases[l], q.biases[l]), BigFraction::add))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** Each two neighbours of each batch exchanged, and each cut into first samples and others. */
    private static boolean batchGradientIsTheMeanOfItsParts(Situation s) {
        return IntStream.range(0, s.steps()).allMatch(t -> {
            BigFraction[][] x = s.training().inputs()[t];
            BigFraction[][] y = s.training().targets()[t];
            Parameters whole = s.gradient(s.parameters(), x, y);
            return IntStream.range(1, x.length).allMatch(m ->
                    Parts.same(whole, s.gradient(s.parameters(), exchanged(x, m), exchanged(y, m)))
                            && Parts.same(whole, ofParts(s, x, y, m)));
        });
    }

    private static BigFraction[][] exchanged(BigFraction[][] rows, int i) {
        List<BigFraction[]> exchanged = new ArrayList<>(Arrays.asList(rows));
        Collections.swap(exchanged, i - 1, i);
        return exchanged.toArray(BigFraction[][]::new);
    }

    private static Parameters ofParts(Situation s, BigFraction[][] x, BigFraction[][] y, int m) {
        Parameters first = s.gradient(s.parameters(), Arrays.copyOf(x, m), Arrays.copyOf(y, m));
        Parameters others = s.gradient(s.parameters(), Arrays.copyOfRange(x, m, x.length), Arrays.copyOfRange(y, m, y.length));
        return sum(new BigFraction(m, x.length), first, new BigFraction(x.length - m, x.length), others);
    }

    /** Compute {@code a p + b q}. */
    private static Parameters sum(BigFraction a, Parameters p, BigFraction b, Parameters q) {
        return new Parameters(Stacks.addScaled(Stacks.addScaled(Stacks.zeros(p.weights), a, p.weights), b, q.weights),
                Matrices.addScaled(Matrices.addScaled(Matrices.zeros(p.biases), a, p.biases), b, q.biases));
    }

    /** For g + c h, where h is the derivative for the labels of an unseen input, and c the momentum, as any number. */
    private static boolean gradientIsLinearInG(Situation s) {
        BigFraction c = s.training().momentum();
        return ofEachSample(s, (x, y) -> {
            BigFraction[] g = s.g(s.parameters(), x, y);
            BigFraction[] h = s.g(s.parameters(), x, s.labels()[0]);
            return Parts.same(gradient(s, x, Vectors.addScaled(g, c, h)),
                    sum(BigFraction.ONE, gradient(s, x, g), c, gradient(s, x, h)));
        });
    }

    private static Parameters gradient(Situation s, BigFraction[] x, BigFraction[] g) {
        return Backpropagation.gradient(s.parameters(), s.sigma(), s.training().kappa(), x,
                Backpropagation.preactivations(s.parameters(), s.sigma(), x), g);
    }

    private static boolean eulersIdentityHoldsInEachLayer(Situation s) {
        return ofEachSample(s, (x, y) -> {
            BigFraction product = Vectors.dot(s.g(s.parameters(), x, y), s.output(s.parameters(), x));
            BigFraction[][][] gradient = s.gradient(s.parameters(), x, y).weights;
            return IntStream.range(0, s.depth()).allMatch(l -> IntStream.range(0, gradient[l].length)
                    .mapToObj(j -> Vectors.dot(s.parameters().weights[l][j], gradient[l][j]))
                    .reduce(BigFraction.ZERO, BigFraction::add).equals(product));
        });
    }

    private static boolean minorsVanish(Situation s) {
        return ofEachSample(s, (x, y) -> Stream.of(s.gradient(s.parameters(), x, y).weights)
                .allMatch(LawConclusions::minorsVanish));
    }

    private static boolean minorsVanish(BigFraction[][] g) {
        return IntStream.range(0, g.length).allMatch(i -> IntStream.range(0, i).allMatch(j -> IntStream.range(0, g[i].length)
                .allMatch(k -> IntStream.range(0, k)
                        .allMatch(m -> g[i][k].multiply(g[j][m]).equals(g[i][m].multiply(g[j][k]))))));
    }

    private static boolean rowsKeepTheirInnerProductWithTheVector(Situation s) {
        BigFraction[][] trained = s.trained().parameters.weights[0];
        return IntStream.range(0, s.steps())
                .allMatch(t -> rowsAreCombinationsOfTheInputs(s, s.training().inputs()[t], s.training().targets()[t]))
                && IntStream.range(0, trained.length).allMatch(j ->
                        Vectors.dot(trained[j], s.vector()).equals(Vectors.dot(s.parameters().weights[0][j], s.vector())));
    }

    private static boolean rowsAreCombinationsOfTheInputs(Situation s, BigFraction[][] x, BigFraction[][] y) {
        BigFraction[][] sum = Matrices.zeros(s.parameters().weights[0]);
        for (int i = 0; i < x.length; i++) {
            BigFraction[] delta = Backpropagation.deltas(s.parameters(), s.sigma(), s.training().kappa(),
                    Backpropagation.preactivations(s.parameters(), s.sigma(), x[i]), s.g(s.parameters(), x[i], y[i]))[0];
            sum = Matrices.addScaled(sum, new BigFraction(1, x.length), Matrices.outer(delta, x[i]));
        }
        return Arrays.deepEquals(sum, s.gradient(s.parameters(), x, y).weights[0]);
    }

    /** The inner products in each batch, the squares in the first step. */
    private static boolean unitIsBalancedAndItsSquaresAddUp(Situation s) {
        if (s.depth() < 2 || s.steps() == 0) {
            return true;
        }
        boolean balanced = IntStream.range(0, s.steps()).allMatch(t -> {
            Parameters gradient = s.gradient(s.parameters(), s.training().inputs()[t], s.training().targets()[t]);
            return Vectors.dot(incoming(s, s.parameters()), incoming(s, gradient))
                    .equals(Vectors.dot(outgoing(s, s.parameters()), outgoing(s, gradient)));
        });
        Parameters gradient = s.gradient(s.parameters(), s.training().inputs()[0], s.training().targets()[0]);
        Parameters after = s.trained(1).parameters;
        BigFraction square = s.training().rates()[0].multiply(s.training().rates()[0]);
        return balanced && square(incoming(s, after)).add(square(outgoing(s, s.parameters())))
                .add(square.multiply(square(outgoing(s, gradient))))
                .equals(square(outgoing(s, after)).add(square(incoming(s, s.parameters())))
                        .add(square.multiply(square(incoming(s, gradient)))));
    }

    private static BigFraction square(BigFraction[] vector) {
        return Vectors.dot(vector, vector);
    }

    private static BigFraction[] incoming(Situation s, Parameters p) {
        BigFraction[] row = p.weights[s.choice().layer()][s.choice().first()];
        BigFraction[] incoming = Arrays.copyOf(row, row.length + 1);
        incoming[row.length] = Parts.bias(p, s.choice().layer(), s.choice().first());
        return incoming;
    }

    private static BigFraction[] outgoing(Situation s, Parameters p) {
        return Parts.column(p.weights[s.choice().layer() + 1], s.choice().first());
    }
}
