package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Dual;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.tensor.Shape;

/**
 * The forward operations a second time, each from its definition, on dual numbers, so that what is computed says what the result
 * is and what its derivative.
 */
final class Definitions {

    private static final Dual ONE = Dual.constant(BigFraction.ONE);

    private Definitions() {
    }

    static Grid entrywise(Grid x, Grid y, BinaryOperator<Dual> function) {
        return Grid.byIndex(x.shape(), at -> function.apply(x.get(at), y.get(at)));
    }

    /** Where a grid has size 1 along an axis, or has no such axis, it is the same at all places of the other one. */
    static Grid withCopies(Grid x, Grid y, BinaryOperator<Dual> function) {
        int axes = Math.max(x.shape().axes(), y.shape().axes());
        Shape shape = Shape.of(IntStream.range(-axes, 0).map(fromEnd -> Math.max(size(x, fromEnd), size(y, fromEnd))).toArray());
        return Grid.byIndex(shape, at -> function.apply(copied(x, at), copied(y, at)));
    }

    private static int size(Grid x, int fromEnd) {
        return x.shape().axes() + fromEnd < 0 ? 1 : x.shape().size(x.shape().axes() + fromEnd);
    }

    private static Dual copied(Grid x, int[] at) {
        int[] end = Arrays.copyOfRange(at, at.length - x.shape().axes(), at.length);
        return x.get(IntStream.range(0, end.length).map(axis -> Math.min(end[axis], x.shape().size(axis) - 1)).toArray());
    }

    /** Of the last axis. */
    static Grid dense(Grid x, Grid w, boolean unitsOutFirst) {
        int last = x.shape().axes() - 1;
        return Grid.byIndex(x.shape().withSize(last, w.shape().size(unitsOutFirst ? 0 : 1)), at ->
                Grid.sum(IntStream.range(0, x.shape().size(last)).mapToObj(k -> {
                    int[] from = at.clone();
                    from[last] = k;
                    return x.get(from).times(unitsOutFirst ? w.get(at[last], k) : w.get(k, at[last]));
                })));
    }

    static Dual bounded(Optional<BigFraction> low, Optional<BigFraction> high, BigFraction atBounds, Dual z) {
        for (Optional<BigFraction> bound : List.of(low, high)) {
            if (bound.isPresent() && z.value().equals(bound.get())) {
                return new Dual(z.value(), atBounds.multiply(z.slope()));
            }
        }
        return low.isPresent() && z.value().compareTo(low.get()) < 0 ? Dual.constant(low.get())
                : high.isPresent() && z.value().compareTo(high.get()) > 0 ? Dual.constant(high.get()) : z;
    }

    static Grid innerProduct(Grid x, Grid y) {
        return Grid.number(Grid.sum(Grid.indices(x.shape()).map(at -> x.get(at).times(y.get(at)))));
    }

    static Grid spread(Grid x, Shape shape, List<Integer> axes) {
        return Grid.byIndex(shape, at -> x.get(without(at, axes)));
    }

    static Grid sumOver(Grid x, List<Integer> axes) {
        Shape shape = Shape.of(without(x.shape().sizes().stream().mapToInt(i -> i).toArray(), axes));
        return Grid.byIndex(shape, at -> Grid.sum(Grid.indices(x.shape())
                .filter(index -> Arrays.equals(without(index, axes), at)).map(x::get)));
    }

    /** Of matrices, or of pairs of them along one axis before. */
    static Grid matrixProduct(Grid x, Grid y, boolean transposedFirst, boolean transposedSecond) {
        if (x.shape().axes() == 3) {
            List<Grid> products = IntStream.range(0, x.shape().size(0)).mapToObj(i ->
                    matrixProduct(along(x, i), along(y, i), transposedFirst, transposedSecond)).toList();
            Shape shape = Shape.of(products.size()).followedBy(products.get(0).shape());
            return new Grid(shape, products.stream().flatMap(product -> product.entries().stream()).toList());
        }
        Grid a = transposedFirst ? transposed(x) : x;
        Grid b = transposedSecond ? transposed(y) : y;
        return Grid.byIndex(Shape.of(a.shape().size(0), b.shape().size(1)), at ->
                Grid.sum(IntStream.range(0, a.shape().size(1)).mapToObj(k -> a.get(at[0], k).times(b.get(k, at[1])))));
    }

    private static Grid along(Grid x, int i) {
        return Grid.byIndex(Shape.of(x.shape().size(1), x.shape().size(2)), at -> x.get(i, at[0], at[1]));
    }

    private static Grid transposed(Grid x) {
        return Grid.byIndex(Shape.of(x.shape().size(1), x.shape().size(0)), at -> x.get(at[1], at[0]));
    }

    /** In two dimensions over a picture with the padding around it; one dimension is a picture of height 1. */
    static Grid convolution(Grid x, Grid w, Sliding sliding, int groups) {
        if (sliding.axes() == 1) {
            return flat(convolution(high(x), high(w), high(sliding), groups));
        }
        Grid padded = padded(x, sliding);
        int in = w.shape().size(1);
        int out = w.shape().size(0);
        int rows = outputs(padded, w.shape(), sliding, 0);
        int columns = outputs(padded, w.shape(), sliding, 1);
        return Grid.byIndex(Shape.of(x.shape().size(0), out, rows, columns), at -> {
            Dual sum = Grid.ZERO;
            for (int c = 0; c < in; c++) {
                for (int i = 0; i < w.shape().size(2); i++) {
                    for (int j = 0; j < w.shape().size(3); j++) {
                        int row = at[2] * sliding.stride().get(0) + i * sliding.dilation().get(0);
                        int column = at[3] * sliding.stride().get(1) + j * sliding.dilation().get(1);
                        int group = at[1] * groups / out;
                        sum = sum.plus(w.get(at[1], c, i, j).times(padded.get(at[0], group * in + c, row, column)));
                    }
                }
            }
            return sum;
        });
    }

    /** Each entry is laid down as a multiple of the kernel, in steps of the stride; then the border is cut off. */
    static Grid transposedConvolution(Grid x, Grid w, Sliding sliding, int groups, List<Integer> added) {
        if (sliding.axes() == 1) {
            return flat(transposedConvolution(high(x), high(w), high(sliding), groups, List.of(0, added.get(0))));
        }
        int per = w.shape().size(1);
        int in = x.shape().size(1);
        int[] size = IntStream.range(0, 2).map(a -> (x.shape().size(a + 2) - 1) * sliding.stride().get(a)
                - 2 * sliding.padding().get(a) + sliding.dilation().get(a) * (w.shape().size(a + 2) - 1)
                + 1 + added.get(a)).toArray();
        return Grid.byIndex(Shape.of(x.shape().size(0), per * groups, size[0], size[1]), at -> {
            Dual sum = Grid.ZERO;
            for (int[] from : Grid.indices(x.shape()).toList()) {
                for (int i = 0; i < w.shape().size(2); i++) {
                    for (int j = 0; j < w.shape().size(3); j++) {
                        int row = from[2] * sliding.stride().get(0) + i * sliding.dilation().get(0) - sliding.padding().get(0);
                        int column = from[3] * sliding.stride().get(1) + j * sliding.dilation().get(1) - sliding.padding().get(1);
                        if (from[0] == at[0] && from[1] * groups / in == at[1] / per && row == at[2] && column == at[3]) {
                            sum = sum.plus(x.get(from).times(w.get(from[1], at[1] % per, i, j)));
                        }
                    }
                }
            }
            return sum;
        });
    }

    static Grid pooling(Grid x, Shape window, Sliding sliding, Function<List<Dual>, Dual> pool) {
        if (sliding.axes() == 1) {
            return flat(pooling(high(x), Shape.of(1, window.size(0)), high(sliding), pool));
        }
        Shape kernel = Shape.of(1, 1).followedBy(window);
        Grid padded = padded(x, sliding);
        int rows = outputs(padded, kernel, sliding, 0);
        int columns = outputs(padded, kernel, sliding, 1);
        return Grid.byIndex(Shape.of(x.shape().size(0), x.shape().size(1), rows, columns), at -> {
            List<Dual> seen = new ArrayList<>();
            for (int i = 0; i < window.size(0); i++) {
                for (int j = 0; j < window.size(1); j++) {
                    int row = at[2] * sliding.stride().get(0) + i * sliding.dilation().get(0) - sliding.padding().get(0);
                    int column = at[3] * sliding.stride().get(1) + j * sliding.dilation().get(1) - sliding.padding().get(1);
                    boolean within = row >= 0 && column >= 0 && row < x.shape().size(2) && column < x.shape().size(3);
                    seen.add(within ? x.get(at[0], at[1], row, column) : null);
                }
            }
            return pool.apply(seen);
        });
    }

    /** Padding is null. */
    static Dual largest(List<Dual> seen) {
        Dual largest = null;
        for (Dual number : seen) {
            if (number != null && (largest == null || largest.value().compareTo(number.value()) < 0)) {
                largest = number;
            }
        }
        return largest;
    }

    static Dual mean(List<Dual> seen) {
        return Grid.sum(seen.stream().map(number -> number == null ? Grid.ZERO : number))
                .over(Dual.constant(new BigFraction(seen.size())));
    }

    /** At a kink the derivative is the number given; a smooth one is known at 0 by its value and slope there. */
    static Dual activation(Activation activation, BigFraction atKink, Dual z) {
        if (activation instanceof SmoothActivation smooth) {
            return smoothAtZero(smooth, z);
        }
        BigFraction one = BigFraction.ONE;
        int sign = z.value().signum();
        Dual kink = new Dual(BigFraction.ZERO, atKink.multiply(z.slope()));
        Dual size = z.times(new BigFraction(sign));
        return switch (activation.id()) {
            case "identity" -> z;
            case "relu" -> sign > 0 ? z : sign < 0 ? Grid.ZERO : kink;
            case "leaky-relu" -> sign > 0 ? z : sign < 0 ? z.times(new BigFraction(1, 100)) : kink;
            case "leaky-relu:-1/2" -> sign > 0 ? z : sign < 0 ? z.times(new BigFraction(-1, 2)) : kink;
            case "abs" -> sign == 0 ? kink : size;
            case "hard-tanh" -> switch (z.value().abs().compareTo(one)) {
                case -1 -> z;
                case 1 -> Dual.constant(new BigFraction(sign));
                default -> new Dual(z.value(), atKink.multiply(z.slope()));
            };
            case "softsign" -> z.over(ONE.plus(size));
            case "rational-sigmoid" -> sign >= 0 ? ONE.plus(z).plus(z).over(ONE.plus(z).times(new BigFraction(2)))
                    : ONE.over(ONE.minus(z).times(new BigFraction(2)));
            default -> throw new IllegalArgumentException(activation.id());
        };
    }

    /** The first two terms of each power series; ELU is linear above. */
    private static Dual smoothAtZero(SmoothActivation activation, Dual z) {
        BigFraction half = BigFraction.ONE_HALF;
        return switch (activation) {
            case TANH, ELU -> z;
            case SIGMOID -> Dual.constant(half).plus(z.times(new BigFraction(1, 4)));
            case SILU, GELU -> z.times(half);
            case SOFTPLUS, SOFTMAX -> throw new IllegalArgumentException(activation.id());
        };
    }

    /** Each entry by the mean and the variance of all that share its block. */
    static Grid normalisation(Grid x, Function<int[], List<Integer>> block, BigFraction epsilon, boolean rooted) {
        return Grid.byIndex(x.shape(), at -> {
            List<Dual> own = Grid.indices(x.shape()).filter(index -> block.apply(index).equals(block.apply(at)))
                    .map(x::get).toList();
            Dual mean = mean(own);
            Dual variance = mean(own.stream().map(entry -> entry.minus(mean).times(entry.minus(mean))).toList());
            Dual square = variance.plus(Dual.constant(epsilon));
            return x.get(at).minus(mean).over(rooted ? root(square) : square);
        });
    }

    /** Of rows whose entries are equal, up to their direction: exp of each is the same, times 1 and the direction. */
    static Grid softmaxOfEqual(Grid x) {
        return weighted(x, entry -> new Dual(BigFraction.ONE, entry.slope()));
    }

    static Grid rationalSoftmax(Grid x) {
        Dual two = Dual.constant(new BigFraction(2));
        return weighted(x, entry -> entry.value().signum() >= 0 ? ONE.plus(entry.times(two))
                : ONE.over(ONE.minus(entry.times(two))));
    }

    private static Grid weighted(Grid x, Function<Dual, Dual> weight) {
        int last = x.shape().axes() - 1;
        return Grid.byIndex(x.shape(), at -> weight.apply(x.get(at)).over(Grid.sum(IntStream.range(0, x.shape().size(last))
                .mapToObj(i -> {
                    int[] index = at.clone();
                    index[last] = i;
                    return weight.apply(x.get(index));
                }))));
    }

    private static Dual root(Dual square) {
        BigFraction root = new BigFraction(square.value().getNumerator().sqrt(), square.value().getDenominator().sqrt());
        assertThat(root.multiply(root)).isEqualTo(square.value());
        return new Dual(root, square.slope().divide(root.multiply(2)));
    }

    private static Grid padded(Grid x, Sliding sliding) {
        int top = sliding.padding().get(0);
        int left = sliding.padding().get(1);
        Shape shape = x.shape().withSize(2, x.shape().size(2) + 2 * top).withSize(3, x.shape().size(3) + 2 * left);
        return Grid.byIndex(shape, at -> {
            int row = at[2] - top;
            int column = at[3] - left;
            boolean within = row >= 0 && column >= 0 && row < x.shape().size(2) && column < x.shape().size(3);
            return within ? x.get(at[0], at[1], row, column) : Grid.ZERO;
        });
    }

    /** Counted: at each multiple of the stride where the last entry of the kernel is still over the picture. */
    private static int outputs(Grid padded, Shape kernel, Sliding sliding, int axis) {
        int count = 0;
        for (int start = 0; start + (kernel.size(axis + 2) - 1) * sliding.dilation().get(axis) < padded.shape().size(axis + 2);
                start += sliding.stride().get(axis)) {
            count++;
        }
        return count;
    }

    private static Grid high(Grid x) {
        return new Grid(Shape.of(x.shape().size(0), x.shape().size(1), 1, x.shape().size(2)), x.entries());
    }

    private static Sliding high(Sliding sliding) {
        return new Sliding(List.of(1, sliding.stride().get(0)), List.of(0, sliding.padding().get(0)),
                List.of(1, sliding.dilation().get(0)));
    }

    private static Grid flat(Grid x) {
        return new Grid(Shape.of(x.shape().size(0), x.shape().size(1), x.shape().size(3)), x.entries());
    }

    private static int[] without(int[] index, List<Integer> axes) {
        return IntStream.range(0, index.length).filter(i -> !axes.contains(i)).map(i -> index[i]).toArray();
    }
}
