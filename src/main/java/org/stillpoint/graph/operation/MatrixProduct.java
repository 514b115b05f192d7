package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * {@code x y} of two matrices, (n x k) and (k x m), either of which may be transposed before; or of as many pairs of matrices
 * as the axes before the last two have places, which are equal then.
 */
record MatrixProduct(boolean transposedFirst, boolean transposedSecond) implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shape shape = of(List.of(x.shape(), y.shape()));
        int inner = size(x.shape(), transposedFirst ? 2 : 1);
        return Tensor.byIndex(shape, at -> {
            BigFraction sum = BigFraction.ZERO;
            for (int k = 0; k < inner; k++) {
                BigFraction left = entry(x, at, transposedFirst, at[at.length - 2], k);
                sum = sum.add(left.multiply(entry(y, at, transposedSecond, k, at[at.length - 1])));
            }
            return sum;
        });
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shape x = operands.get(0);
        Shape y = operands.get(1);
        if (x.axes() < 2 || x.axes() != y.axes() || !x.part(0, x.axes() - 2).equals(y.part(0, y.axes() - 2))
                || size(x, transposedFirst ? 2 : 1) != size(y, transposedSecond ? 1 : 2)) {
            throw new DomainException(this + " of shapes " + x + " and " + y + ", expected "
                    + (transposedFirst ? "kxn" : "nxk") + " and " + (transposedSecond ? "mxk" : "kxm")
                    + ", and equal sizes before");
        }
        return x.withSize(x.axes() - 2, size(x, transposedFirst ? 1 : 2))
                .withSize(x.axes() - 1, size(y, transposedSecond ? 2 : 1));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    private static BigFraction entry(Tensor matrices, int[] at, boolean transposed, int row, int column) {
        int[] index = at.clone();
        index[at.length - 2] = transposed ? column : row;
        index[at.length - 1] = transposed ? row : column;
        return matrices.get(index);
    }

    /** @param fromEnd 1 for the last axis */
    private static int size(Shape shape, int fromEnd) {
        return shape.size(shape.axes() - fromEnd);
    }

    @Override
    public String toString() {
        return "matrix product" + (transposedFirst ? ", first transposed" : "")
                + (transposedSecond ? ", second transposed" : "");
    }
}
