package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Shape;

/** Parts of a tensor, which is cut along one or two of its axes: what the parts of a start are. */
public final class Blocks {

    private Blocks() {
    }

    /**
     * The blocks of a tensor of any number of axes. Axes that are not cut are whole in each. In a block the indices along a cut
     * axis come in the order in which they are given.
     *
     * @param axis the one that is cut, from 0
     * @param groups indices along it, each a group
     * @return for each group its block; two are equal only if their shapes and entries are
     */
    public static List<Content> along(Weights weights, int axis, List<int[]> groups) throws IOException {
        List<Content> blocks = new ArrayList<>();
        for (List<Content> row : along(weights, axis, groups, axis, List.of())) {
            blocks.add(row.get(0));
        }
        return blocks;
    }

    /**
     * The blocks of a tensor that is cut along two axes.
     *
     * @param others groups of indices along the other axis; none if it is not cut
     * @return for each group of the first axis a list with the block of each group of the other one
     */
    public static List<List<Content>> along(Weights weights, int axis, List<int[]> groups, int other, List<int[]> others)
            throws IOException {
        long[] codes = new long[Math.toIntExact(weights.dimensions().entries())];
        weights.entries().read(0, codes);
        List<List<Content>> blocks = new ArrayList<>();
        for (int[] group : groups) {
            List<Content> row = new ArrayList<>();
            for (int[] members : others.isEmpty() ? List.of(new int[0]) : others) {
                row.add(block(weights, codes, axis, group, other, others.isEmpty() ? null : members));
            }
            blocks.add(row);
        }
        return blocks;
    }

    private record Block(Shape shape, List<Long> codes) implements Content {

        @Override
        public boolean isZero() {
            return codes.stream().allMatch(code -> code == 0);
        }
    }

    private static Content block(Weights weights, long[] codes, int axis, int[] group, int other, int[] members) {
        List<Integer> sizes = new ArrayList<>();
        int axes = weights.dimensions().axes();
        for (int i = 0; i < axes; i++) {
            sizes.add(i == axis ? group.length : members != null && i == other ? members.length
                    : Math.toIntExact(weights.dimensions().size(i)));
        }
        Shape shape = new Shape(sizes);
        List<Long> entries = new ArrayList<>();
        for (int place = 0; place < shape.entries(); place++) {
            int[] index = shape.index(place);
            long from = 0;
            for (int i = 0; i < axes; i++) {
                int at = i == axis ? group[index[i]] : members != null && i == other ? members[index[i]] : index[i];
                from += at * weights.dimensions().stride(i);
            }
            entries.add(codes[(int) from]);
        }
        return new Block(shape, entries);
    }
}
