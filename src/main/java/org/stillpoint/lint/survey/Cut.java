package org.stillpoint.lint.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.tensor.Shape;

/**
 * A tensor that is cut along one or two axes. Its blocks are counted with the group of the second axis running fastest.
 *
 * @param axes those that are cut, at least one
 */
record Cut(Dimensions dimensions, List<AxisCut> axes) {

    int blocks() {
        return axes.stream().mapToInt(each -> each.groups().size()).reduce(1, Math::multiplyExact);
    }

    /** How much the number of a block grows with the group along one of the cut axes. */
    int stride(int which) {
        int stride = 1;
        for (int faster = which + 1; faster < axes.size(); faster++) {
            stride *= axes.get(faster).groups().size();
        }
        return stride;
    }

    /** The indices that a block has along one of the cut axes. */
    int[] indices(int which, int block) {
        List<int[]> groups = axes.get(which).groups();
        return groups.get(block / stride(which) % groups.size());
    }

    /** For each axis of the tensor the positions of its indices in their groups, null if it is not cut. */
    int[][] positions() {
        int[][] positions = new int[dimensions.axes()][];
        axes.forEach(each -> positions[each.axis()] = each.positionOf());
        return positions;
    }

    /**
     * The shape of each block.
     *
     * @throws org.stillpoint.domain.DomainException if one has no entries, or more than an array can have
     */
    List<Shape> shapes() {
        Map<List<Integer>, Shape> bySizes = new HashMap<>();
        return IntStream.range(0, blocks()).mapToObj(block -> bySizes.computeIfAbsent(
                IntStream.range(0, axes.size()).mapToObj(which -> indices(which, block).length).toList(), this::shape)).toList();
    }

    private Shape shape(List<Integer> lengths) {
        int[] sizes = dimensions.sizes().stream().mapToInt(size -> (int) Math.min(size, Integer.MAX_VALUE)).toArray();
        for (int which = 0; which < axes.size(); which++) {
            sizes[axes.get(which).axis()] = lengths.get(which);
        }
        return Shape.of(sizes);
    }

    /** Where the entries are of blocks that have the shape of one of them. */
    Places places(Shape shape) {
        long[] sizes = shape.sizes().stream().mapToLong(Integer::longValue).toArray();
        long[] strides = IntStream.range(0, sizes.length).mapToLong(dimensions::stride).toArray();
        boolean[] isCut = new boolean[sizes.length];
        axes.forEach(each -> isCut[each.axis()] = true);
        int whole = sizes.length - 1 - axes.stream().mapToInt(AxisCut::axis).max().orElseThrow();
        return new Places() {
            @Override
            public long[] shape() {
                return sizes;
            }

            @Override
            public int whole() {
                return whole;
            }

            @Override
            public long place(int block, long[] index) {
                long place = 0;
                for (int axis = 0; axis < index.length; axis++) {
                    place += isCut[axis] ? 0 : index[axis] * strides[axis];
                }
                for (int which = 0; which < axes.size(); which++) {
                    int axis = axes.get(which).axis();
                    place += indices(which, block)[(int) index[axis]] * strides[axis];
                }
                return place;
            }
        };
    }
}
