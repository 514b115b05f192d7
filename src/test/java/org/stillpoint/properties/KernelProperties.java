package org.stillpoint.properties;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.KernelArrays;
import org.stillpoint.arbitraries.KernelLayer;
import org.stillpoint.arbitraries.KernelNetwork;
import org.stillpoint.arbitraries.KernelPass;
import org.stillpoint.arbitraries.KernelTraining;
import org.stillpoint.arbitraries.KernelUpdate;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Classification;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;
import org.stillpoint.kernel.Vectors;

/** Each method of the kernel gives what its definition in a textbook says, entry by entry, and modifies none of its arguments. */
class KernelProperties {

    @Property
    void dotIsTheSumOfProducts(@ForAll("twoVectors") BigFraction[][] v) {
        BigFraction[] a = v[0];
        BigFraction[] b = v[1];
        check(sum(a.length, i -> a[i].multiply(b[i])), () -> Vectors.dot(a, b), a, b);
    }

    @Property
    void addScaledVectorsIsEntrywise(@ForAll("twoVectors") BigFraction[][] v, @ForAll("numbers") BigFraction c) {
        BigFraction[] a = v[0];
        BigFraction[] b = v[1];
        checkFresh(vector(a.length, i -> a[i].add(c.multiply(b[i]))), () -> Vectors.addScaled(a, c, b), a, b);
    }

    @Property
    void scaleIsEntrywise(@ForAll("oneVector") BigFraction[][] v, @ForAll("numbers") BigFraction c) {
        BigFraction[] a = v[0];
        checkFresh(vector(a.length, i -> c.multiply(a[i])), () -> Vectors.scale(c, a), new Object[] {a});
    }

    @Property
    void timesIsEntrywise(@ForAll("twoVectors") BigFraction[][] v) {
        BigFraction[] a = v[0];
        BigFraction[] b = v[1];
        checkFresh(vector(a.length, i -> a[i].multiply(b[i])), () -> Vectors.times(a, b), a, b);
    }

    @Property
    void zeroVectorsAreZero(@ForAll @IntRange(max = 5) int length) {
        check(vector(length, i -> BigFraction.ZERO), () -> Vectors.zeros(length));
    }

    @Property
    void activateAppliesTheActivationToEachEntry(@ForAll("passes") KernelPass pass) {
        forEachHiddenLayer(pass, (sigma, z) ->
                checkFresh(vector(z.length, i -> sigma.value(z[i])), () -> Vectors.activate(sigma, z), new Object[] {z}));
    }

    @Property
    void slopesAreTheDerivativesAtEachEntry(@ForAll("passes") KernelPass pass) {
        forEachHiddenLayer(pass, (sigma, z) ->
                checkFresh(vector(z.length, i -> sigma.derivative(z[i], pass.kappa())),
                        () -> Vectors.slopes(sigma, pass.kappa(), z), new Object[] {z}));
    }

    @Property
    void reluKeepsThePositivePart(@ForAll("numbers") BigFraction z) {
        check(z.compareTo(BigFraction.ZERO) >= 0 ? z : BigFraction.ZERO, () -> new Relu().value(z));
    }

    @Property
    void reluHasSlopeZeroKappaOne(@ForAll("numbers") BigFraction z, @ForAll("numbers") BigFraction kappa) {
        BigFraction[] slopes = {BigFraction.ZERO, kappa, BigFraction.ONE};
        check(slopes[Integer.signum(z.compareTo(BigFraction.ZERO)) + 1], () -> new Relu().derivative(z, kappa));
    }

    @Property
    void identityKeepsItsArgumentAndHasSlopeOne(@ForAll("numbers") BigFraction z, @ForAll("numbers") BigFraction kappa) {
        check(z, () -> new Identity().value(z));
        check(BigFraction.ONE, () -> new Identity().derivative(z, kappa));
    }

    @Property
    void appendPutsARowBehindTheOthers(@ForAll("raggedRows") BigFraction[][] rows, @ForAll("oneVector") BigFraction[][] row) {
        checkFresh(rows(rows.length + 1, i -> i < rows.length ? rows[i] : row[0]), () -> Matrices.append(rows, row[0]), rows,
                row);
    }

    @Property
    void withRowReplacesOneRow(@ForAll("raggedRows") BigFraction[][] rows, @ForAll("oneVector") BigFraction[][] row) {
        for (int replaced = 0; replaced < rows.length; replaced++) {
            int j = replaced;
            checkFresh(rows(rows.length, i -> i == j ? row[0] : rows[i]), () -> Matrices.withRow(rows, j, row[0]), rows, row);
        }
    }

    @Property
    void transposeTurnsColumnsIntoRows(@ForAll("layers") KernelLayer layer) {
        BigFraction[][] w = layer.weights();
        checkFresh(rows(w[0].length, k -> vector(w.length, j -> w[j][k])), () -> Matrices.transpose(w, w[0].length),
                new Object[] {w});
    }

    @Property
    void affineIsTheWeightedSumPlusTheBias(@ForAll("layers") KernelLayer layer) {
        BigFraction[][] w = layer.weights();
        BigFraction[] b = layer.bias();
        BigFraction[] x = layer.input();
        checkFresh(affine(w, b, x), () -> Matrices.affine(w, b, x), w, b, x);
    }

    @Property
    void aColumnHasOneEntryOfEachRow(@ForAll("layers") KernelLayer layer) {
        BigFraction[][] w = layer.weights();
        for (int column = 0; column < w[0].length; column++) {
            int k = column;
            checkFresh(vector(w.length, j -> w[j][k]), () -> Matrices.column(w, k, w[0].length), new Object[] {w});
        }
    }

    @Property
    void transposeTimesSumsOverTheRows(@ForAll("layers") KernelLayer layer) {
        BigFraction[][] w = layer.weights();
        BigFraction[] d = layer.delta();
        checkFresh(vector(w[0].length, k -> sum(w.length, j -> w[j][k].multiply(d[j]))),
                () -> Matrices.transposeTimes(w, d, w[0].length), w, d);
    }

    @Property
    void outerMultipliesEachWithEach(@ForAll("layers") KernelLayer layer) {
        BigFraction[] d = layer.delta();
        BigFraction[] a = layer.input();
        checkFresh(rows(d.length, j -> vector(a.length, k -> d[j].multiply(a[k]))), () -> Matrices.outer(d, a), d, a);
    }

    @Property
    void addScaledMatricesIsEntrywise(@ForAll("trainings") KernelTraining training, @ForAll("numbers") BigFraction c) {
        BigFraction[][] u = training.network().parameters().biases;
        BigFraction[][] v = training.velocity().biases;
        checkFresh(plus(u, c, v), () -> Matrices.addScaled(u, c, v), u, v);
    }

    @Property
    void aZeroMatrixHasTheShapeGiven(@ForAll("raggedRows") BigFraction[][] shape) {
        checkFresh(zeros(shape), () -> Matrices.zeros(shape), new Object[] {shape});
    }

    @Property
    void appendPutsALayerBehindTheOthers(@ForAll("networks") KernelNetwork network, @ForAll("raggedRows") BigFraction[][] layer) {
        BigFraction[][][] layers = network.parameters().weights;
        checkFresh(layers(layers.length + 1, l -> l < layers.length ? layers[l] : layer), () -> Stacks.append(layers, layer),
                layers, layer);
    }

    @Property
    void addScaledStacksIsEntrywise(@ForAll("trainings") KernelTraining training, @ForAll("numbers") BigFraction c) {
        BigFraction[][][] u = training.network().parameters().weights;
        BigFraction[][][] v = training.velocity().weights;
        checkFresh(layers(u.length, l -> plus(u[l], c, v[l])), () -> Stacks.addScaled(u, c, v), u, v);
    }

    @Property
    void aZeroStackHasTheShapeGiven(@ForAll("networks") KernelNetwork network) {
        BigFraction[][][] shape = network.parameters().weights;
        checkFresh(layers(shape.length, l -> zeros(shape[l])), () -> Stacks.zeros(shape), new Object[] {shape});
    }

    @Property
    void aLayersInputIsTheSampleOrTheActivationsBelow(@ForAll("passes") KernelPass pass) {
        ActivationFunction[] sigma = pass.network().sigma();
        for (int layer = 0; layer < pass.z().length; layer++) {
            int l = layer;
            check(input(pass, l), () -> Backpropagation.layerInput(sigma, pass.x(), pass.z(), l), pass.x(), pass.z());
        }
    }

    @Property
    void preactivationsFollowLayerByLayer(@ForAll("passes") KernelPass pass) {
        Parameters p = pass.network().parameters();
        ActivationFunction[] sigma = pass.network().sigma();
        checkFresh(preactivations(p, sigma, pass.x()), () -> Backpropagation.preactivations(p, sigma, pass.x()),
                p.weights, p.biases, pass.x());
    }

    @Property
    void deltasFollowTheChainRuleFromTheOutputDown(@ForAll("passes") KernelPass pass) {
        Parameters p = pass.network().parameters();
        checkFresh(deltas(pass), () -> Backpropagation.deltas(p, pass.network().sigma(), pass.kappa(), pass.z(), pass.g()),
                p.weights, p.biases, pass.z(), pass.g());
    }

    @Property
    void theGradientIsDeltaTimesInputAndDelta(@ForAll("passes") KernelPass pass) {
        Parameters p = pass.network().parameters();
        checkFresh(arrays(gradient(pass)), () -> arrays(Backpropagation.gradient(p, pass.network().sigma(), pass.kappa(),
                pass.x(), pass.z(), pass.g())), p.weights, p.biases, pass.x(), pass.z(), pass.g());
    }

    @Property
    void theGradientOfABiasIsTheDeltaIfThereIsABias(@ForAll("layers") KernelLayer layer) {
        BigFraction[] b = layer.bias();
        BigFraction[] d = layer.delta();
        check(vector(b.length, j -> d[j]), () -> Backpropagation.biasGradient(b, d), b, d);
    }

    @Property
    void theSampleGradientTakesGFromTheLossAtTheOutput(@ForAll("trainings") KernelTraining t) {
        Parameters p = t.network().parameters();
        for (int step = 0; step < t.inputs().length; step++) {
            BigFraction[] x = t.inputs()[step][0];
            BigFraction[] y = t.targets()[step][0];
            checkFresh(arrays(sampleGradient(p, t, x, y)),
                    () -> arrays(Sgd.sampleGradient(p, t.rule(), x, y)), p.weights, p.biases, x, y);
        }
    }

    @Property
    void theBatchGradientIsTheMeanOverItsSamples(@ForAll("trainings") KernelTraining t) {
        Parameters p = t.network().parameters();
        for (int step = 0; step < t.inputs().length; step++) {
            BigFraction[][] x = t.inputs()[step];
            BigFraction[][] y = t.targets()[step];
            checkFresh(arrays(batchGradient(p, t, x, y)),
                    () -> arrays(Sgd.batchGradient(p, t.rule(), x, y)), p.weights, p.biases, x, y);
        }
    }

    @Property
    void anUpdateStepsAgainstTheVelocity(@ForAll("updates") KernelUpdate u) {
        State s = u.state();
        checkFresh(arrays(update(s, u.gradient(), u.rate(), u.momentum(), u.decay())),
                () -> arrays(Sgd.update(s, u.gradient(), u.rate(), u.momentum(), u.decay())),
                s.parameters.weights, s.parameters.biases, s.velocity.weights, s.velocity.biases,
                u.gradient().weights, u.gradient().biases);
    }

    @Property
    void trainingUpdatesOnceWithEachBatchInOrder(@ForAll("trainings") KernelTraining t) {
        State start = t.start();
        State expected = IntStream.range(0, t.rates().length).boxed().reduce(start,
                (s, step) -> update(s, batchGradient(s.parameters, t, t.inputs()[step], t.targets()[step]), t.rates()[step],
                        t.momentum(), t.decay()),
                (first, second) -> second);
        check(arrays(expected), () -> arrays(Sgd.train(start, t.rule(), t.schedule())),
                start.parameters.weights, start.parameters.biases, start.velocity.weights, start.velocity.biases,
                t.inputs(), t.targets(), t.rates());
    }

    @Property
    void aLabelIsTheSignOrThatOfZero(@ForAll("numbers") BigFraction f, @ForAll("labels") int labelOfZero) {
        int comparison = f.compareTo(BigFraction.ZERO);
        check(comparison > 0 ? 1 : comparison < 0 ? -1 : labelOfZero, () -> Classification.label(f, labelOfZero), f);
    }

    @Property
    void aSampleIsRightIfEveryOutputHasTheLabelOfItsTarget(@ForAll("twoVectors") BigFraction[][] v,
            @ForAll("labels") int labelOfZero) {
        check(isRight(v[0], v[1], labelOfZero), () -> Classification.isRight(v[0], v[1], labelOfZero), v[0], v[1]);
    }

    @Property
    void rightSamplesAreCounted(@ForAll("trainings") KernelTraining t, @ForAll("labels") int labelOfZero) {
        Parameters p = t.network().parameters();
        ActivationFunction[] sigma = t.network().sigma();
        for (int step = 0; step < t.inputs().length; step++) {
            BigFraction[][] x = t.inputs()[step];
            BigFraction[][] y = t.targets()[step];
            int right = (int) IntStream.range(0, x.length)
                    .filter(i -> isRight(preactivations(p, sigma, x[i])[p.weights.length - 1], y[i], labelOfZero)).count();
            check(right, () -> Classification.countRight(p, sigma, x, y, labelOfZero), p.weights, p.biases, x, y);
        }
    }

    @Provide
    Arbitrary<Integer> labels() {
        return Arbitraries.of(-1, 0, 1);
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.any();
    }

    @Provide
    Arbitrary<BigFraction[][]> oneVector() {
        return KernelArrays.vectors(1);
    }

    @Provide
    Arbitrary<BigFraction[][]> twoVectors() {
        return KernelArrays.vectors(2);
    }

    @Provide
    Arbitrary<BigFraction[][]> raggedRows() {
        return KernelArrays.raggedRows();
    }

    @Provide
    Arbitrary<KernelLayer> layers() {
        return KernelLayer.any();
    }

    @Provide
    Arbitrary<KernelNetwork> networks() {
        return KernelNetwork.any();
    }

    @Provide
    Arbitrary<KernelPass> passes() {
        return KernelPass.any();
    }

    @Provide
    Arbitrary<KernelUpdate> updates() {
        return KernelUpdate.any();
    }

    @Provide
    Arbitrary<KernelTraining> trainings() {
        return KernelTraining.any();
    }

    private static boolean isRight(BigFraction[] f, BigFraction[] y, int labelOfZero) {
        return IntStream.range(0, f.length).allMatch(i -> {
            BigFraction label = f[i].equals(BigFraction.ZERO) ? new BigFraction(labelOfZero) : f[i];
            return label.multiply(y[i]).compareTo(BigFraction.ZERO) > 0;
        });
    }

    /** z^l = W^l a^(l-1) + b^l with a^l = sigma_l(z^l). */
    private static BigFraction[][] preactivations(Parameters p, ActivationFunction[] sigma, BigFraction[] x) {
        BigFraction[][] z = new BigFraction[p.weights.length][];
        BigFraction[] a = x;
        for (int l = 0; l < z.length; l++) {
            z[l] = affine(p.weights[l], p.biases[l], a);
            a = l < sigma.length ? activations(sigma[l], z[l]) : a;
        }
        return z;
    }

    private static BigFraction[] affine(BigFraction[][] w, BigFraction[] b, BigFraction[] x) {
        return vector(w.length, j ->
                sum(x.length, k -> w[j][k].multiply(x[k])).add(b.length == 0 ? BigFraction.ZERO : b[j]));
    }

    private static BigFraction[] activations(ActivationFunction sigma, BigFraction[] z) {
        return vector(z.length, i -> sigma.value(z[i]));
    }

    private static BigFraction[] input(KernelPass pass, int l) {
        return l == 0 ? pass.x() : activations(pass.network().sigma()[l - 1], pass.z()[l - 1]);
    }

    /** delta^L = g, delta^l_k = sigma_l'(z^l_k) times the sum over j of W^(l+1)_jk delta^(l+1)_j. */
    private static BigFraction[][] deltas(KernelPass pass) {
        BigFraction[][][] w = pass.network().parameters().weights;
        BigFraction[][] z = pass.z();
        BigFraction[][] d = new BigFraction[z.length][];
        d[z.length - 1] = pass.g();
        for (int layer = z.length - 2; layer >= 0; layer--) {
            int l = layer;
            d[l] = vector(z[l].length, k -> pass.network().sigma()[l].derivative(z[l][k], pass.kappa())
                    .multiply(sum(w[l + 1].length, j -> w[l + 1][j][k].multiply(d[l + 1][j]))));
        }
        return d;
    }

    /** dW^l_jk = delta^l_j a^(l-1)_k, db^l_j = delta^l_j. */
    private static Parameters gradient(KernelPass pass) {
        BigFraction[][] d = deltas(pass);
        BigFraction[][] b = pass.network().parameters().biases;
        return new Parameters(
                layers(d.length, l ->
                        rows(d[l].length, j -> vector(input(pass, l).length, k -> d[l][j].multiply(input(pass, l)[k])))),
                rows(d.length, l -> vector(b[l].length, j -> d[l][j])));
    }

    private static Parameters sampleGradient(Parameters p, KernelTraining t, BigFraction[] x, BigFraction[] y) {
        KernelNetwork network = new KernelNetwork(p, t.network().sigma());
        BigFraction[][] z = preactivations(p, network.sigma(), x);
        return gradient(new KernelPass(network, t.kappa(), x, z, t.loss().at(z[z.length - 1], y)));
    }

    private static Parameters batchGradient(Parameters p, KernelTraining t, BigFraction[][] x, BigFraction[][] y) {
        Parameters[] samples = IntStream.range(0, x.length).mapToObj(i -> sampleGradient(p, t, x[i], y[i]))
                .toArray(Parameters[]::new);
        BigFraction n = new BigFraction(x.length);
        return new Parameters(
                layers(p.weights.length, l -> rows(p.weights[l].length, j -> vector(p.weights[l][j].length,
                        k -> sum(samples.length, i -> samples[i].weights[l][j][k]).divide(n)))),
                rows(p.biases.length,
                        l -> vector(p.biases[l].length, j -> sum(samples.length, i -> samples[i].biases[l][j]).divide(n))));
    }

    /** v' = m v + g, plus q w for weights; theta' = theta - eta v'. */
    private static State update(State s, Parameters g, BigFraction rate, BigFraction momentum, BigFraction decay) {
        BigFraction[][][] w = s.parameters.weights;
        BigFraction[][] b = s.parameters.biases;
        BigFraction[][][] v = layers(w.length, l -> rows(w[l].length, j -> vector(w[l][j].length, k ->
                momentum.multiply(s.velocity.weights[l][j][k]).add(g.weights[l][j][k]).add(decay.multiply(w[l][j][k])))));
        BigFraction[][] vb = rows(b.length, l -> vector(b[l].length, j ->
                momentum.multiply(s.velocity.biases[l][j]).add(g.biases[l][j])));
        return new State(
                new Parameters(
                        layers(w.length, l -> rows(w[l].length, j -> vector(w[l][j].length,
                                k -> w[l][j][k].subtract(rate.multiply(v[l][j][k]))))),
                        rows(b.length, l -> vector(b[l].length, j -> b[l][j].subtract(rate.multiply(vb[l][j]))))),
                new Parameters(v, vb));
    }

    private static BigFraction[][] plus(BigFraction[][] u, BigFraction c, BigFraction[][] v) {
        return rows(u.length, j -> vector(u[j].length, k -> u[j][k].add(c.multiply(v[j][k]))));
    }

    private static BigFraction[][] zeros(BigFraction[][] shape) {
        return rows(shape.length, j -> vector(shape[j].length, k -> BigFraction.ZERO));
    }

    private static BigFraction sum(int terms, IntFunction<BigFraction> term) {
        return IntStream.range(0, terms).mapToObj(term).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static BigFraction[] vector(int size, IntFunction<BigFraction> entry) {
        return IntStream.range(0, size).mapToObj(entry).toArray(BigFraction[]::new);
    }

    private static BigFraction[][] rows(int count, IntFunction<BigFraction[]> row) {
        return IntStream.range(0, count).mapToObj(row).toArray(BigFraction[][]::new);
    }

    private static BigFraction[][][] layers(int count, IntFunction<BigFraction[][]> layer) {
        return IntStream.range(0, count).mapToObj(layer).toArray(BigFraction[][][]::new);
    }

    private static Object[] arrays(Parameters p) {
        return new Object[] {p.weights, p.biases};
    }

    private static Object[] arrays(State s) {
        return new Object[] {s.parameters.weights, s.parameters.biases, s.velocity.weights, s.velocity.biases};
    }

    private static void forEachHiddenLayer(KernelPass pass, BiConsumer<ActivationFunction, BigFraction[]> property) {
        ActivationFunction[] sigma = pass.network().sigma();
        IntStream.range(0, sigma.length).forEach(l -> property.accept(sigma[l], pass.z()[l]));
    }

    /** The call gives what is expected and leaves its arguments as they were. */
    private static Object check(Object expected, Supplier<Object> call, Object... arguments) {
        String before = Arrays.deepToString(arguments);
        Object actual = call.get();
        require(Objects.deepEquals(actual, expected), () -> "expected " + text(expected) + " but was " + text(actual));
        require(Arrays.deepToString(arguments).equals(before), () -> "arguments were " + before + " and became "
                + Arrays.deepToString(arguments));
        return actual;
    }

    /** As {@link #check}, and no array of the result is one of the arguments, but for the rows and layers that it holds. */
    private static void checkFresh(Object expected, Supplier<Object> call, Object... arguments) {
        Object actual = check(expected, call, arguments);
        Stream<Object> results = actual instanceof BigFraction[] || actual instanceof BigFraction[][]
                || actual instanceof BigFraction[][][] ? Stream.of(actual) : Arrays.stream((Object[]) actual);
        require(results.noneMatch(result -> Arrays.stream(arguments).anyMatch(argument -> argument == result)),
                () -> "the result is an argument: " + text(actual));
    }

    private static String text(Object value) {
        return Arrays.deepToString(new Object[] {value});
    }

    private static void require(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new AssertionError(message.get());
        }
    }
}
