package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Shape;

/** A cut tensor, the digests of its blocks, and which of them are equal, as was decided from their entries. */
final class CutTensor {

    private record Pair(int block, int other) {
    }

    private final Weights weights;
    private final Cut cut;
    private final List<Shape> shapes;
    private final Sums sums;
    private final int[] representatives;
    private final Map<CutTensor, Map<Pair, Boolean>> compared = new WeakHashMap<>();

    private CutTensor(Weights weights, Cut cut, List<Shape> shapes, Sums sums, int[] representatives) {
        this.weights = weights;
        this.cut = cut;
        this.shapes = shapes;
        this.sums = sums;
        this.representatives = representatives;
    }

    static CutTensor of(Weights weights, Cut cut, Progress progress, Settings settings) throws IOException {
        List<Shape> shapes = cut.shapes();
        Layout layout = Layout.of(weights.dimensions());
        Runs runs = Runs.of(layout, cut);
        PlaceKeys keys = new PlaceKeys(settings.keys(), layout, cut.positions());
        int parts = Math.max(1, Math.min(settings.parts(), Survey.LONGEST_AXIS / Math.max(1, cut.blocks())));
        List<BlockSums> seen = Walk.through(weights, layout, settings, parts, progress,
                () -> new BlockSums(cut, runs, keys.copy()));
        Sums sums = seen.get(0).sums();
        seen.stream().skip(1).forEach(each -> sums.add(each.sums()));
        return new CutTensor(weights, cut, shapes, sums, representatives(weights, cut, shapes, sums));
    }

    /** For each block the first one that is equal to it. */
    private static int[] representatives(Weights weights, Cut cut, List<Shape> shapes, Sums sums)
            throws IOException {
        int[] representatives = IntStream.range(0, cut.blocks()).toArray();
        Map<Shape, List<Integer>> byShape = new LinkedHashMap<>();
        for (int block = 0; block < representatives.length; block++) {
            byShape.computeIfAbsent(shapes.get(block), key -> new ArrayList<>()).add(block);
        }
        for (Map.Entry<Shape, List<Integer>> each : byShape.entrySet()) {
            int[] members = each.getValue().stream().mapToInt(Integer::intValue).toArray();
            for (int[] equal : EqualParts.of(weights, cut.places(each.getKey()), sums, members)) {
                IntStream.of(equal).forEach(member -> representatives[member] = equal[0]);
            }
        }
        return representatives;
    }

    Weights weights() {
        return weights;
    }

    Cut cut() {
        return cut;
    }

    Content block(int number) {
        return new StoredBlock(this, number, shapes.get(number));
    }

    Sums sums() {
        return sums;
    }

    /** Of those that are not zero: equal for two blocks only if these are. */
    int representative(int block) {
        return representatives[block];
    }

    /** Whether a block is equal to one of another tensor; both have the same shape. What was read once is known. */
    boolean isEqual(int block, CutTensor other, int otherBlock, Shape shape) throws IOException {
        Pair pair = new Pair(representatives[block], other.representatives[otherBlock]);
        synchronized (compared) {
            Map<Pair, Boolean> known = compared.computeIfAbsent(other, key -> new HashMap<>());
            Boolean answer = known.get(pair);
            if (answer == null) {
                answer = Comparison.agreeing(weights, cut.places(shape), new int[] {pair.block()}, other.weights,
                        other.cut.places(shape), new int[] {pair.other()}, Comparison.Agreement.EQUAL).get(0);
                known.put(pair, answer);
            }
            return answer;
        }
    }
}
