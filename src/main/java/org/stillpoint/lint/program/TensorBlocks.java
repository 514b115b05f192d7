package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.lint.survey.Blocks;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Content;

/**
 * A tensor that is cut along the axes that count channels.
 *
 * @param uses those axes, one or two
 * @param groups along each of them
 * @param starts for each group of the first axis a list with the block of each group of the second, or with one block
 */
record TensorBlocks(List<TensorUse> uses, List<List<int[]>> groups, List<List<Content>> starts) {

    /** @throws IOException if the entries cannot be read */
    static TensorBlocks of(List<TensorUse> uses, Partition partition) throws IOException {
        List<List<int[]>> groups = uses.stream().map(use -> partition.groups(use.channels())).toList();
        TensorUse first = uses.get(0);
        List<List<Content>> starts = uses.size() == 1
                ? Blocks.along(first.weights(), first.axis(), groups.get(0)).stream().map(List::of).toList()
                : Blocks.along(first.weights(), first.axis(), groups.get(0), uses.get(1).axis(), groups.get(1));
        return new TensorBlocks(uses, groups, starts);
    }

    Weights weights() {
        return uses.get(0).weights();
    }

    int rows() {
        return starts.size();
    }

    int columns() {
        return starts.get(0).size();
    }

    /** The blocks that one group along an axis has. */
    List<Cell> of(int use, int group) {
        return use == 0 ? IntStream.range(0, columns()).mapToObj(column -> new Cell(group, column)).toList()
                : IntStream.range(0, rows()).mapToObj(row -> new Cell(row, group)).toList();
    }

    /** Which block. */
    record Cell(int row, int column) {
    }

    /** Whether all that one group along an axis has is zero at the start. */
    boolean isZero(int use, int group) {
        return of(use, group).stream().allMatch(cell -> starts.get(cell.row()).get(cell.column()).isZero());
    }
}
