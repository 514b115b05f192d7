package org.stillpoint.graph.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Dual;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Every forward operation, with constants of several kinds. */
final class ForwardCases {

    private static final Dual ONE = Dual.constant(BigFraction.ONE);
    private static final BigFraction HALF = BigFraction.ONE_HALF;

    private final List<ForwardCase> cases = new ArrayList<>();

    private ForwardCases() {
        entrywise();
        copies();
        axes();
        alongAnAxis();
        matrices();
        convolutions();
        poolings();
        activations();
        normalisations();
        rows();
        arrangements();
    }

    static List<ForwardCase> all() {
        return new ForwardCases().cases;
    }

    private void entrywise() {
        add("sum", Forward.sum(), ForwardCases::alike, (x, y) -> Definitions.entrywise(x, y, Dual::plus));
        add("difference", Forward.difference(), ForwardCases::alike, (x, y) -> Definitions.entrywise(x, y, Dual::minus));
        add("product", Forward.product(), ForwardCases::alike, (x, y) -> Definitions.entrywise(x, y, Dual::times));
        add("masked", Forward.masked(), ForwardCases::alike, (x, y) -> Definitions.entrywise(x, y, Dual::times));
        Stream.of(new BigFraction(-2, 3), BigFraction.ZERO, BigFraction.ONE).forEach(factor ->
                unary("multiple", Forward.multiple(factor), ForwardCases::one, x -> x.map(entry -> entry.times(factor))));
        List.of(List.of(2, 1), List.of(-1, 0), List.of(1, 0)).forEach(line -> {
            BigFraction factor = new BigFraction(line.get(0));
            BigFraction addend = new BigFraction(line.get(1));
            unary("affine", Forward.affine(factor, addend), ForwardCases::one,
                    x -> x.map(entry -> entry.times(factor).plus(Dual.constant(addend))));
        });
        unary("complement", Forward.complement(), ForwardCases::one, x -> x.map(ONE::minus));
        add("scaling", Forward.scaling(), random -> List.of(one(random), Draws.tensor(random)),
                (x, y) -> x.map(entry -> entry.times(y.get())));
        add("innerProduct", Forward.innerProduct(), ForwardCases::alike, Definitions::innerProduct);
    }

    private void copies() {
        add("sumWithCopies", Forward.sumWithCopies(), ForwardCases::fitting, (x, y) -> Definitions.withCopies(x, y, Dual::plus));
        add("differenceWithCopies", Forward.differenceWithCopies(), ForwardCases::fitting,
                (x, y) -> Definitions.withCopies(x, y, Dual::minus));
        add("productWithCopies", Forward.productWithCopies(), ForwardCases::fitting,
                (x, y) -> Definitions.withCopies(x, y, Dual::times));
    }

    /** Of shapes that are equal, but for sizes of 1 and for first axes that one of them does not have. */
    private static List<Tensor> fitting(Random random) {
        int[] whole = sizes(random, 3);
        return IntStream.range(0, 2).mapToObj(i -> Draws.tensor(random, Shape.of(IntStream.range(random.nextInt(3), 3)
                .map(axis -> random.nextInt(3) == 0 ? 1 : whole[axis]).toArray()))).toList();
    }

    private void alongAnAxis() {
        for (int axis : List.of(0, 1, -1, -2)) {
            Function<Random, List<Tensor>> withVector = random -> {
                int[] sizes = sizes(random, 2 + random.nextInt(2));
                return List.of(Draws.tensor(random, sizes), Draws.tensor(random, sizes[place(axis, sizes.length)]));
            };
            add("sumAlong", Forward.sumAlong(axis), withVector,
                    (x, y) -> Grid.byIndex(x.shape(), at -> x.get(at).plus(y.get(at[place(axis, at.length)]))));
            add("productAlong", Forward.productAlong(axis), withVector,
                    (x, y) -> Grid.byIndex(x.shape(), at -> x.get(at).times(y.get(at[place(axis, at.length)]))));
            add("affineAcross", Forward.affineAcross(axis), random -> {
                Shape shape = Shape.of(sizes(random, 2 + random.nextInt(2)));
                return List.of(Draws.tensor(random, shape), Draws.tensor(random,
                        Shape.of(2).followedBy(shape.withSize(place(axis, shape.axes()), 1))));
            }, (x, y) -> Grid.byIndex(x.shape(), at -> {
                int[] addend = IntStream.concat(IntStream.of(0), IntStream.of(at)).toArray();
                addend[1 + place(axis, at.length)] = 0;
                int[] factor = addend.clone();
                factor[0] = 1;
                return y.get(addend).plus(y.get(factor).times(x.get(at)));
            }));
        }
    }

    private static int place(int axis, int axes) {
        return axis < 0 ? axes + axis : axis;
    }

    private void axes() {
        Stream.of(List.of(0), List.of(1), List.of(0, 2), List.of(0, 1, 2)).forEach(axes -> {
            Shape shape = Shape.of(2, 3, 2);
            unary("spread", Forward.spread(shape, axes), random -> Draws.tensor(random, Axes.without(shape, axes)),
                    x -> Definitions.spread(x, shape, axes));
            Function<Random, Tensor> threeAxes = random -> Draws.tensor(random, sizes(random, 3));
            unary("sumOver", Forward.sumOver(axes), threeAxes, x -> Definitions.sumOver(x, axes));
            unary("meanOver", Forward.meanOver(axes), threeAxes, x -> Definitions.sumOver(x, axes)
                    .map(sum -> sum.over(Dual.constant(new BigFraction(axes.stream().mapToInt(x.shape()::size)
                            .reduce(1, (a, b) -> a * b))))));
        });
    }

    private void matrices() {
        dense(true);
        dense(false);
        for (boolean first : List.of(false, true)) {
            for (boolean second : List.of(false, true)) {
                add("matrixProduct", Forward.matrixProduct(first, second), random -> {
                    int[] n = sizes(random, 4);
                    int[] x = first ? new int[] {n[1], n[0]} : new int[] {n[0], n[1]};
                    int[] y = second ? new int[] {n[2], n[1]} : new int[] {n[1], n[2]};
                    Shape before = random.nextBoolean() ? Shape.NUMBER : Shape.of(n[3]);
                    return List.of(Draws.tensor(random, before.followedBy(Shape.of(x))),
                            Draws.tensor(random, before.followedBy(Shape.of(y))));
                }, (x, y) -> Definitions.matrixProduct(x, y, first, second));
            }
        }
    }

    private void dense(boolean unitsOutFirst) {
        add("dense", Forward.dense(unitsOutFirst), random -> {
            int[] x = sizes(random, 1 + random.nextInt(3));
            int in = x[x.length - 1];
            int out = Draws.size(random);
            return List.of(Draws.tensor(random, x),
                    unitsOutFirst ? Draws.tensor(random, out, in) : Draws.tensor(random, in, out));
        }, (x, w) -> Definitions.dense(x, w, unitsOutFirst));
    }

    private static List<Sliding> slidings() {
        return List.of(Sliding.plain(1), new Sliding(List.of(2), List.of(1), List.of(1)),
                new Sliding(List.of(1), List.of(2), List.of(2)), Sliding.plain(2),
                new Sliding(List.of(2, 1), List.of(0, 1), List.of(1, 2)));
    }

    private void convolutions() {
        for (Sliding sliding : slidings()) {
            for (int groups : List.of(1, 2)) {
                add("convolution", Forward.convolution(sliding, groups), random -> {
                    int[] n = sizes(random, 3);
                    return List.of(Draws.tensor(random, Shape.of(n[0], groups * n[1]).followedBy(places(random, sliding, 3))),
                            Draws.tensor(random, Shape.of(groups * n[2], n[1]).followedBy(places(random, sliding, 1))));
                }, (x, w) -> Definitions.convolution(x, w, sliding, groups));
                List<Integer> added = sliding.stride().stream().map(stride -> stride - 1).toList();
                add("transposedConvolution", Forward.transposedConvolution(sliding, groups, added), random -> {
                    int[] n = sizes(random, 3);
                    return List.of(Draws.tensor(random, Shape.of(n[0], groups * n[1]).followedBy(places(random, sliding, 3))),
                            Draws.tensor(random, Shape.of(groups * n[1], n[2]).followedBy(places(random, sliding, 2))));
                }, (x, w) -> Definitions.transposedConvolution(x, w, sliding, groups, added));
            }
        }
    }

    /** From a size on, at most one more. */
    private static Shape places(Random random, Sliding sliding, int least) {
        return Shape.of(IntStream.range(0, sliding.axes()).map(axis -> least + random.nextInt(2)).toArray());
    }

    private void poolings() {
        List<Sliding> slidings = List.of(Sliding.plain(1), new Sliding(List.of(2), List.of(1), List.of(1)),
                Sliding.plain(2).withStride(2, 2), new Sliding(List.of(2, 1), List.of(0, 1), List.of(2, 1)));
        for (Sliding sliding : slidings) {
            Shape window = Shape.of(sliding.stride().stream().mapToInt(stride -> 2).toArray());
            Function<Random, Tensor> channels = random -> Draws.tensor(random,
                    Shape.of(sizes(random, 2)).followedBy(places(random, sliding, 3)));
            unary("maxPooling", Forward.maxPooling(window, sliding), channels,
                    x -> Definitions.pooling(x, window, sliding, Definitions::largest));
            unary("meanPooling", Forward.meanPooling(window, sliding), channels,
                    x -> Definitions.pooling(x, window, sliding, Definitions::mean));
        }
    }

    private void activations() {
        List<RationalActivation> rational = new ArrayList<>(RationalActivation.all());
        rational.add(RationalActivation.leakyRelu(new BigFraction(-1, 2)));
        for (RationalActivation activation : rational) {
            for (BigFraction kappa : List.of(BigFraction.ZERO, new BigFraction(1, 3))) {
                KinkDerivatives kinks = KinkDerivatives.all(kappa);
                unary("activation", Forward.activation(activation, kinks), ForwardCases::one,
                        x -> x.map(z -> Definitions.activation(activation, kinks.at(activation), z)));
            }
        }
        for (BigFraction atBounds : List.of(BigFraction.ZERO, HALF)) {
            bounded(Optional.of(BigFraction.ZERO), Optional.of(BigFraction.TWO), atBounds);
            bounded(Optional.of(BigFraction.MINUS_ONE), Optional.of(BigFraction.ONE), atBounds);
            bounded(Optional.of(BigFraction.ONE), Optional.empty(), atBounds);
            bounded(Optional.empty(), Optional.of(BigFraction.ZERO), atBounds);
            bounded(Optional.empty(), Optional.empty(), atBounds);
        }
        Stream.of(SmoothActivation.values())
                .filter(activation -> activation != Activation.SOFTMAX && activation != Activation.SOFTPLUS)
                .forEach(activation -> unary("activation", Forward.activation(activation, KinkDerivatives.all(HALF)),
                        random -> Tensor.zeros(one(random).shape()),
                        x -> x.map(z -> Definitions.activation(activation, HALF, z))));
        unary("activation", Forward.activation(Activation.ELU, KinkDerivatives.all(HALF)),
                random -> one(random).map(BigFraction::abs), x -> x.map(z -> Definitions.activation(Activation.ELU, HALF, z)));
    }

    private void bounded(Optional<BigFraction> low, Optional<BigFraction> high, BigFraction atBounds) {
        unary("bounded", Forward.bounded(low, high, atBounds), ForwardCases::one,
                x -> x.map(entry -> Definitions.bounded(low, high, atBounds, entry)));
    }

    private void normalisations() {
        BigFraction one = BigFraction.ONE;
        normalisation("batchNormalisation", Forward.batchNormalisation(one), 2, at -> List.of(at[1]), true);
        normalisation("batchNormalisation", Forward.batchNormalisation(one), 3, at -> List.of(at[1]), true);
        normalisation("batchNormalisationWithoutRoot", Forward.batchNormalisationWithoutRoot(one), 3,
                at -> List.of(at[1]), false);
        normalisation("normalisationAlong", Forward.normalisationAlong(-1, one), 3, at -> List.of(at[2]), true);
        normalisation("normalisationAlong", Forward.normalisationAlong(0, one), 2, at -> List.of(at[0]), true);
        normalisation("layerNormalisation", Forward.layerNormalisation(1, one), 2, at -> List.of(at[0]), true);
        normalisation("layerNormalisation", Forward.layerNormalisation(2, one), 3, at -> List.of(at[0]), true);
        normalisation("layerNormalisationWithoutRoot", Forward.layerNormalisationWithoutRoot(1, one), 3,
                at -> List.of(at[0], at[1]), false);
        normalisation("groupNormalisation", Forward.groupNormalisation(1, one), 2, at -> List.of(at[0]), true);
        normalisation("groupNormalisation", Forward.groupNormalisation(2, one), 3, at -> List.of(at[0], at[1] / 2), true);
    }

    private void normalisation(String method, Differentiable normalisation, int axes, Function<int[], List<Integer>> block,
                               boolean rooted) {
        unary(method, normalisation, random -> {
            int[] sizes = sizes(random, axes);
            sizes[1] = method.startsWith("group") && axes == 3 ? 4 : sizes[1];
            Shape shape = Shape.of(sizes);
            List<List<Integer>> blocks = Grid.indices(shape).map(block).toList();
            List<List<Integer>> distinct = blocks.stream().distinct().toList();
            return rooted ? Draws.withRoots(random, shape, blocks.stream().mapToInt(distinct::indexOf).toArray())
                    : Draws.tensor(random, shape);
        }, x -> Definitions.normalisation(x, block, BigFraction.ONE, rooted));
    }

    private void rows() {
        unary("softmax", Forward.softmax(), random -> {
            Tensor rows = Draws.tensor(random, sizes(random, 1));
            int length = Draws.size(random);
            return Tensor.byIndex(rows.shape().followedBy(Shape.of(length)), at -> rows.get(at[0]));
        }, Definitions::softmaxOfEqual);
        unary("rationalSoftmax", Forward.rationalSoftmax(),
                random -> Draws.tensor(random, sizes(random, 1 + random.nextInt(3))), Definitions::rationalSoftmax);
    }

    private void arrangements() {
        for (int axis : List.of(0, 1)) {
            add("concatenation", Forward.concatenation(axis), random -> {
                Shape shape = Shape.of(sizes(random, 3));
                return List.of(Draws.tensor(random, shape), Draws.tensor(random, shape.withSize(axis, Draws.size(random))));
            }, (x, y) -> Grid.byIndex(x.shape().withSize(axis, x.shape().size(axis) + y.shape().size(axis)), at -> {
                int[] behind = at.clone();
                behind[axis] -= x.shape().size(axis);
                return behind[axis] < 0 ? x.get(at) : y.get(behind);
            }));
        }
        unary("slice", Forward.slice(1, 1, 3), random -> Draws.tensor(random, Draws.size(random), 2 + Draws.size(random)),
                x -> Grid.byIndex(Shape.of(x.shape().size(0), 2), at -> x.get(at[0], at[1] + 1)));
        unary("reshape", Forward.reshape(Shape.of(3, 2)), random -> Draws.tensor(random, 2, 3),
                x -> Grid.byIndex(Shape.of(3, 2), at -> x.get((2 * at[0] + at[1]) / 3, (2 * at[0] + at[1]) % 3)));
        unary("flattening", Forward.flattening(), random -> Draws.tensor(random, sizes(random, 1 + random.nextInt(3))),
                x -> new Grid(Shape.of(x.shape().size(0), x.entries().size() / x.shape().size(0)), x.entries()));
        unary("permutation", Forward.permutation(List.of(2, 0, 1)), random -> Draws.tensor(random, sizes(random, 3)),
                x -> Grid.byIndex(Shape.of(x.shape().size(2), x.shape().size(0), x.shape().size(1)),
                        at -> x.get(at[1], at[2], at[0])));
        add("embedding", Forward.embedding(), random -> {
            int rows = Draws.size(random);
            Shape indices = Draws.shape(random);
            return List.of(Draws.tensor(random, rows, Draws.size(random)),
                    Tensor.at(indices, place -> new BigFraction(random.nextInt(rows))));
        }, (x, y) -> Grid.byIndex(y.shape().followedBy(Shape.of(x.shape().size(1))), at ->
                x.get(y.get(Arrays.copyOf(at, at.length - 1)).value().intValue(), at[at.length - 1])));
    }

    private void add(String method, Differentiable differentiable, Function<Random, List<Tensor>> operands,
                     BinaryOperator<Grid> definition) {
        cases.add(new ForwardCase(method, differentiable, operands, definition));
    }

    private void unary(String method, Differentiable differentiable, Function<Random, Tensor> operand,
                       UnaryOperator<Grid> definition) {
        add(method, differentiable, random -> List.of(operand.apply(random)), (x, y) -> definition.apply(x));
    }

    private static Tensor one(Random random) {
        return Draws.tensor(random, Draws.shape(random));
    }

    private static List<Tensor> alike(Random random) {
        Tensor x = one(random);
        return List.of(x, Draws.tensor(random, x.shape()));
    }

    private static int[] sizes(Random random, int axes) {
        return IntStream.range(0, axes).map(axis -> Draws.size(random)).toArray();
    }
}
