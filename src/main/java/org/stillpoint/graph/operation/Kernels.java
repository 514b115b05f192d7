package org.stillpoint.graph.operation;

import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * The sum of products {@code x[n, c, i] w[o, c', k] g[n, o, p]} over all places p, entries k of the kernel and the places i
 * that they see: convolution is its derivative by g, and the errors of a convolution are those by x and by w. With x (samples
 * x channels x places), w (channels of g x channels of x in a group x entries) and g (samples x channels x places); the
 * channels of both are in as many groups, and a channel of g sees its group only.
 */
record Kernels(Sliding sliding, int groups) {

    Kernels {
        if (groups < 1) {
            throw new DomainException(groups + " groups, expected at least 1");
        }
    }

    /** What is done with the places of the three factors of each product. */
    private interface Product {

        void at(int x, int w, int g);
    }

    /** The derivative by g. */
    Tensor byResult(Tensor x, Tensor w) {
        Shape shape = result(x.shape(), w.shape());
        BigFraction[] sums = zeros(shape);
        forEach(x.shape(), w.shape(), (i, k, p) -> sums[p] = sums[p].add(x.entry(i).multiply(w.entry(k))));
        return Tensor.of(shape, sums);
    }

    /** The derivative by x, whose shape is given. */
    Tensor byInput(Shape x, Tensor w, Tensor g) {
        requireResult(x, w.shape(), g.shape());
        BigFraction[] sums = zeros(x);
        forEach(x, w.shape(), (i, k, p) -> sums[i] = sums[i].add(w.entry(k).multiply(g.entry(p))));
        return Tensor.of(x, sums);
    }

    /** The derivative by w, whose shape is given. */
    Tensor byKernel(Tensor x, Shape w, Tensor g) {
        requireResult(x.shape(), w, g.shape());
        BigFraction[] sums = zeros(w);
        forEach(x.shape(), w, (i, k, p) -> sums[k] = sums[k].add(x.entry(i).multiply(g.entry(p))));
        return Tensor.of(w, sums);
    }

    /** The shape of g. */
    Shape result(Shape x, Shape w) {
        if (x.axes() != sliding.axes() + 2 || w.axes() != x.axes() || x.size(1) != w.size(1) * groups
                || w.size(0) % groups != 0) {
            throw new DomainException("a convolution of shapes " + x + " and " + w + ", expected samples x channels and channels"
                    + " x channels in one of " + groups + " groups, each with " + sliding.axes() + " more axes");
        }
        return Shape.of(x.size(0), w.size(0)).followedBy(sliding.fits(places(x), places(w)));
    }

    private void requireResult(Shape x, Shape w, Shape g) {
        Shape expected = result(x, w);
        if (!g.equals(expected)) {
            throw new DomainException("an error of the shape " + g + " of a convolution of shapes " + x + " and " + w
                    + ", expected " + expected);
        }
    }

    private void forEach(Shape x, Shape w, Product product) {
        int[][] seen = sliding.seen(places(x), places(w));
        int out = w.size(0);
        int in = w.size(1);
        for (int sample = 0; sample < x.size(0); sample++) {
            for (int o = 0; o < out; o++) {
                for (int c = 0; c < in; c++) {
                    int from = sample * x.size(1) + o / (out / groups) * in + c;
                    forEachPlace(seen, from * places(x).entries(), (o * in + c) * places(w).entries(),
                            (sample * out + o) * seen.length, product);
                }
            }
        }
    }

    /** Of one pair of channels, which begin at these places. */
    private static void forEachPlace(int[][] seen, int x, int w, int g, Product product) {
        for (int p = 0; p < seen.length; p++) {
            for (int k = 0; k < seen[p].length; k++) {
                if (seen[p][k] >= 0) {
                    product.at(x + seen[p][k], w + k, g + p);
                }
            }
        }
    }

    /** All axes but the first two. */
    static Shape places(Shape shape) {
        return shape.part(2, shape.axes());
    }

    private static BigFraction[] zeros(Shape shape) {
        BigFraction[] zeros = new BigFraction[shape.entries()];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }

    /** {@code stride [1], padding [0], dilation [1]}, and the groups. */
    @Override
    public String toString() {
        return sliding + ", groups " + groups;
    }
}
