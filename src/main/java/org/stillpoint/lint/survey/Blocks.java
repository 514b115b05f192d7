package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Content;

/**
 * Parts of a tensor, which is cut along one or two of its axes: what the parts of a start are. They are found in one pass through
 * the entries, and another one through those that seem to be equal; memory grows with the number of blocks, not with the entries.
 * Where an entry is infinite, a block is equal to one with the same infinity there, and where one is no number to one that has
 * none either. Whether blocks of two tensors are equal is read from their files when it is asked; then an
 * {@link java.io.UncheckedIOException} says that a file cannot be read.
 */
public final class Blocks {

    private Blocks() {
    }

    /**
     * The blocks of a tensor of any number of axes. Axes that are not cut are whole in each. In a block the indices along a cut
     * axis come in the order in which they are given.
     *
     * @param axis the one that is cut, from 0
     * @param groups indices along it, each a group; no index is in two, and some may be in none
     * @return for each group its block; two are equal only if their shapes and entries are
     * @throws IOException if the entries cannot be read
     * @throws org.stillpoint.domain.DomainException if an index is not along its axis or twice, or a block is empty or has more
     *     entries than an array can have
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
     * @throws IOException if the entries cannot be read
     * @throws org.stillpoint.domain.DomainException if an index is not along its axis or twice, or a block is empty or has more
     *     entries than an array can have
     */
    public static List<List<Content>> along(Weights weights, int axis, List<int[]> groups, int other, List<int[]> others)
            throws IOException {
        return along(weights, axis, groups, other, others, Progress.NONE, Settings.USUAL);
    }

    static List<List<Content>> along(Weights weights, int axis, List<int[]> groups, int other, List<int[]> others,
                                     Progress progress, Settings settings) throws IOException {
        List<AxisCut> axes = new ArrayList<>();
        axes.add(AxisCut.of(axis, weights.dimensions().size(axis), groups));
        if (!others.isEmpty()) {
            axes.add(AxisCut.of(other, weights.dimensions().size(other), others));
        }
        Cut cut = new Cut(weights.dimensions(), List.copyOf(axes));
        if (cut.blocks() == 0) {
            return List.of();
        }
        CutTensor tensor = CutTensor.of(weights, cut, progress, settings);
        int inRow = Math.max(1, others.size());
        return IntStream.range(0, groups.size()).mapToObj(row -> IntStream.range(row * inRow, (row + 1) * inRow)
                .<Content>mapToObj(tensor::block).toList()).toList();
    }
}
