package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;

/** What blocks are, with all entries in memory. */
final class NaiveBlocks {

    /** A block as its shape and its entries in row-major order, as codes. */
    record Naive(Shape shape, List<Long> codes) {
    }

    private NaiveBlocks() {
    }

    /** The blocks of a tensor, row by row. */
    static List<Naive> of(Weights weights, int axis, List<int[]> groups, int other, List<int[]> others) throws IOException {
        List<Long> codes = NaiveSurvey.codes(weights);
        List<Naive> blocks = new ArrayList<>();
        for (int[] group : groups) {
            for (int[] members : others.isEmpty() ? List.of(new int[0]) : others) {
                blocks.add(block(weights, codes, axis, group, other, others.isEmpty() ? null : members));
            }
        }
        return blocks;
    }

    private static Naive block(Weights weights, List<Long> codes, int axis, int[] group, int other, int[] members) {
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
            entries.add(codes.get((int) from));
        }
        return new Naive(shape, entries);
    }
}
